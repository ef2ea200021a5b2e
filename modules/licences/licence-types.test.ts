import { aClerk, aUser } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { held, openLicences } from './licence-hall.testing.ts'
import { aLicence, aTypeCode, aTypeInput } from './testing.ts'

const code = '11100000000013338W911'
const input = { ...aTypeInput, name: '新样例证' }

test('R5B-198 R5B-201 a new type is drafted, published and used at once, without a line of code', async (t) => {
  const office = await openLicences(t)
  const keeper = office.hall.as(office.clerk)
  const drafted = await keeper.post('/licence-types', { code, ...input })
  expect(drafted).toMatchObject({ status: 200, body: { code, version: 1, state: 'draft' } })
  expect((await office.hall.stranger.get(`/licence-types/${code}`)).status).toBe(404)
  await expect(office.hall.act((act) => aLicence(act, { type: code }))).rejects.toMatchObject({ code: 'licence.typeNotFound' })
  expect((await keeper.put(`/licence-types/${code}/draft`, { ...input, name: '更好的样例证' })).body.name).toBe('更好的样例证')
  expect((await keeper.post(`/licence-types/${code}/publication`)).body.state).toBe('published')
  expect((await office.hall.stranger.get(`/licence-types/${code}`)).body.name).toBe('更好的样例证')
  expect((await office.hall.act((act) => aLicence(act, { type: code }))).identifier).toContain(code)
  expect((await keeper.post(`/licence-types/${code}/publication`)).body.type).toBe('licence.typeUnlawful')
})

test('a further version leaves what was issued before as it was', async (t) => {
  const office = await openLicences(t)
  const keeper = office.hall.as(office.clerk)
  await keeper.post('/licence-types', { code, ...input })
  await keeper.post(`/licence-types/${code}/publication`)
  const old = await office.hall.act((act) => aLicence(act, { type: code }))
  const fields = [...input.fields, { key: 'grade', label: '等级', kind: 'choice', required: true, choices: [{ value: 'a', label: '甲' }] }]
  await keeper.put(`/licence-types/${code}/draft`, { ...input, fields })
  await keeper.post(`/licence-types/${code}/publication`)
  await expect(office.hall.act((act) => aLicence(act, { type: code }))).rejects.toMatchObject({ code: 'licence.faceInvalid' })
  await office.hall.act((act) => aLicence(act, { type: code, face: { place: '样例路1号', grade: 'a' } }))
  expect((await office.hall.as(office.person).get(`/my/licences/${old.identifier}`)).body.face).toHaveLength(1)
  expect((await keeper.get(`/licence-types/${code}/versions`)).body.items.map((one: { state: string }) => one.state)).toEqual([
    'published',
    'replaced',
  ])
})

test('a type out of use issues nothing more; what was issued stays valid', async (t) => {
  const office = await openLicences(t)
  const keeper = office.hall.as(office.clerk)
  await keeper.post('/licence-types', { code, ...input })
  await keeper.post(`/licence-types/${code}/publication`)
  const { identifier } = await office.hall.act((act) => aLicence(act, { type: code }))
  expect((await keeper.post(`/licence-types/${code}/retirement`)).body.state).toBe('retired')
  await expect(office.hall.act((act) => aLicence(act, { type: code }))).rejects.toMatchObject({ code: 'licence.typeNotFound' })
  await office.hall.settle()
  expect((await office.hall.stranger.get(`/licences/verification/${identifier}`)).body.state).toBe('valid')
  expect((await office.hall.stranger.get('/licence-types')).body.items.map((one: { code: string }) => one.code)).toEqual([aTypeCode])
  expect((await keeper.post(`/licence-types/${code}/retirement`)).body.type).toBe('licence.typeUnlawful')
})

test('R5B-199 R5A-247 the directory is read by category, kind of holder and issuer; another category is refused', async (t) => {
  const office = await openLicences(t)
  const keeper = office.hall.as(office.clerk)
  const publish = async (last: number, over: object) => {
    const one = `11100000000013338W92${last}`
    expect((await keeper.post('/licence-types', { code: one, ...input, ...over })).status).toBe(200)
    await keeper.post(`/licence-types/${one}/publication`)
    return one
  }
  const forPersons = await publish(1, { category: 'certificate', holderKinds: ['person'] })
  const forOne = await publish(2, { category: 'approval', holderKinds: ['organisation'], issuers: [office.clerk.body] })
  const list = async (query: string) =>
    (await office.hall.stranger.get(`/licence-types?${query}`)).body.items.map((one: { code: string }) => one.code)
  expect(await list('category=certificate')).toEqual([forPersons])
  expect(await list('category=approval')).toEqual([forOne])
  expect(await list('holderKind=person')).toEqual([aTypeCode, forPersons])
  expect(await list(`issuer=${office.clerk.body}`)).toEqual([aTypeCode, forPersons, forOne])
  expect(await list(`issuer=${office.neighbour.body}`)).toEqual([aTypeCode, forPersons])
  const first = await office.hall.stranger.get('/licence-types?limit=2')
  const second = await office.hall.stranger.get(`/licence-types?limit=2&after=${first.body.next}`)
  expect([...first.body.items, ...second.body.items].map((one: { code: string }) => one.code)).toEqual([aTypeCode, forPersons, forOne])
  expect((await keeper.post('/licence-types', { code, ...input, category: 'other' })).status).toBe(400)
})

test('a type that does not hold together is refused, place by place', async (t) => {
  const office = await openLicences(t)
  const keeper = office.hall.as(office.clerk)
  const answer = await keeper.post('/licence-types', { code, ...input, fields: [...input.fields, input.fields[0]] })
  expect(answer.body).toMatchObject({ type: 'licence.typeUnsound', errors: [{ pointer: '/fields/3/key' }] })
  expect((await keeper.post(`/licence-types/${code}/publication`)).body.type).toBe('licence.typeNotFound')
})

test('strangers, users and keepers of another body change no type, and of two drafts at once one is told', async (t) => {
  const office = await openLicences(t, { connections: 4 })
  const keeper = office.hall.as(office.clerk)
  const twice = await Promise.all([1, 2].map(() => keeper.post('/licence-types', { code, ...input })))
  expect(twice.map((answer) => answer.status).filter((status) => status === 200).length).toBeGreaterThan(0)
  const neighbour = office.hall.as(aClerk(held, { id: 'staff-9', body: office.neighbour.body ?? '' }))
  expect((await neighbour.post('/licence-types', { code, ...input })).body.type).toBe('licence.typeDraftThere')
  for (const path of ['publication', 'retirement']) {
    expect((await neighbour.post(`/licence-types/${code}/${path}`)).body.type).toBe('licence.typeNotFound')
    expect((await office.hall.as(aUser()).post(`/licence-types/${code}/${path}`)).status).toBe(403)
    expect((await office.hall.stranger.post(`/licence-types/${code}/${path}`)).status).toBe(401)
  }
  expect((await neighbour.get(`/licence-types/${code}/versions`)).status).toBe(404)
  expect((await keeper.get(`/licence-types/${code}/versions`)).body.items).toMatchObject([{ version: 1, state: 'draft' }])
})
