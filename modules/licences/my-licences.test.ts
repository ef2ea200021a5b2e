import { aUser } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { licenceForMaterial, licencesOf, lookUpLicences } from './index.ts'
import { openLicences, otherNumber, personNumber } from './licence-hall.testing.ts'
import { aLicence, aLicenceType, aTypeCode } from './testing.ts'

test('R5A-249 R5A-251 R5B-216 R7-040 a person sees his own licences with face and file, filtered, and nobody else’s', async (t) => {
  const office = await openLicences(t)
  const { identifier } = await office.hall.act((act) => aLicence(act))
  const mine = office.hall.as(office.person)
  expect((await mine.get(`/my/licences/${identifier}/content`)).body.type).toBe('licence.notMade')
  await office.hall.settle()
  expect((await mine.get('/my/licences')).body.items).toMatchObject([
    { identifier, holderName: '张测试', holderNumber: personNumber, trustLevel: 'A', origin: 'pushed', made: true, stateCode: '01' },
  ])
  expect((await mine.get(`/my/licences/${identifier}`)).body).toMatchObject({ face: [{ label: '经营场所', value: '样例路1号' }] })
  const file = await mine.get(`/my/licences/${identifier}/content`)
  expect(file.headers['content-type']).toContain('application/pdf')
  expect(file.body.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await mine.get(`/my/licences?typeCode=${aTypeCode}&issuedFrom=2026-03-02`)).body.items).toHaveLength(1)
  expect((await mine.get('/my/licences?issuerCode=nobody')).body.items).toEqual([])
  for (const target of [`/my/licences/${identifier}`, `/my/licences/${identifier}/content`]) {
    expect((await office.hall.as(office.otherPerson).get(target)).status).toBe(404)
    expect((await office.hall.stranger.get(target)).status).toBe(401)
    expect((await office.hall.as(office.clerk).get(target)).status).toBe(403)
  }
  const answerTo = async (which: string) => {
    const { status, body } = await office.hall.as(office.otherPerson).get(`/my/licences/${which}`)
    return { status, type: body.type, text: body.detail ?? body.title }
  }
  expect(await answerTo(identifier)).toEqual(await answerTo(identifier.replaceAll('1', '2')))
  expect((await office.hall.as(office.otherPerson).get('/my/licences')).body.items).toEqual([])
  for (const level of [0, 1])
    expect((await office.hall.as(aUser(`level-${level}`, { level })).get('/my/licences')).body.type).toBe('request.levelTooLow')
})

test('R5B-205 a holder reports the loss of his own licence, and of no other', async (t) => {
  const office = await openLicences(t)
  const { identifier } = await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  const body = { reason: '不慎遗失' }
  expect((await office.hall.as(office.otherPerson).post(`/my/licences/${identifier}/loss`, body)).status).toBe(404)
  expect((await office.hall.as(office.person).post(`/my/licences/${identifier}/loss`, body)).body.state).toBe('lost')
  expect((await office.hall.as(office.person).post(`/my/licences/${identifier}/loss`, body)).body.type).toBe('licence.notLawful')
  expect(await office.hall.act((act) => licencesOf(act, { accountId: office.person.id }))).toEqual([])
})

test('R5A-165 a pushed licence cannot be changed or removed by its holder', async (t) => {
  const office = await openLicences(t)
  const { identifier } = await office.hall.act((act) => aLicence(act))
  const mine = office.hall.as(office.person)
  expect((await mine.delete(`/my/licences/${identifier}`)).status).toBe(404)
  expect((await mine.put(`/my/licences/${identifier}`, { face: {} })).status).toBe(404)
  expect((await mine.post(`/licences/${identifier}/change`, { reason: '改', face: { place: '别处' } })).status).toBe(403)
  expect((await mine.get(`/my/licences/${identifier}`)).body.face).toMatchObject([{ value: '样例路1号' }])
})

test('a valid licence of the right type stands for a material; an expired one, another’s and another type do not', async (t) => {
  const office = await openLicences(t)
  const other = '11100000000013338W902'
  await office.hall.act((act) => aLicenceType(act, { code: other, validity: { kind: 'lasting' } }))
  const { identifier } = await office.hall.act((act) => aLicence(act))
  await office.hall.act((act) => aLicence(act, { type: other, validFrom: '2026-03-03' }))
  await office.hall.settle()
  const find = (number: string, types: string[]) => office.hall.act((act) => licenceForMaterial(act, { kind: 'person', number }, types))
  expect(await find(personNumber, [aTypeCode])).toMatchObject({ identifier })
  expect(await find(personNumber, [other])).toBeUndefined()
  expect(await find(otherNumber, [aTypeCode])).toBeUndefined()
  expect(await find(personNumber, [])).toBeUndefined()
  office.hall.clock.set('2031-03-02T00:30:00+08:00')
  expect(await find(personNumber, [aTypeCode])).toBeUndefined()
  expect(await find(personNumber, [other])).toMatchObject({ type: other })
})

test('who looks up a holder says why; it is noted, found or not, and the holder sees it', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  const lookUp = (number: string) =>
    office.hall.act(
      (act) => lookUpLicences(act, { holder: { kind: 'person', number }, purpose: '办理食品经营许可', caseNumber: '33010220260302000009' }),
      office.clerk,
    )
  expect(await lookUp(personNumber)).toMatchObject([{ type: aTypeCode }])
  expect(await lookUp(otherNumber)).toEqual([])
  expect((await office.hall.as(office.person).get('/my/licence-look-ups')).body.items).toEqual([
    {
      purpose: '办理食品经营许可',
      bodyCode: office.clerk.body,
      caseNumber: '33010220260302000009',
      found: 1,
      lookedUpAt: '2026-03-02T01:00:00.000Z',
    },
  ])
  expect((await office.hall.as(office.otherPerson).get('/my/licence-look-ups')).body.items).toMatchObject([{ found: 0 }])
  expect((await office.hall.stranger.get('/my/licence-look-ups')).status).toBe(401)
})

test('R5B-207 R5B-208 a month before its end the holder is told once, and past it the licence is expired by itself', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) =>
    aLicence(act, { holder: { kind: 'person', name: '张测试', number: personNumber, accountId: office.person.id } }),
  )
  await office.hall.act((act) => aLicence(act, { validTo: '2040-01-01' }))
  const told = async () => (await office.hall.published()).filter((event) => event.name === 'licence.expiring')
  office.hall.clock.set('2031-01-29T08:00:00+08:00')
  await office.hall.runJob('licences.remind')
  expect(await told()).toEqual([])
  office.hall.clock.set('2031-01-30T08:00:00+08:00')
  await office.hall.runJob('licences.remind')
  await office.hall.runJob('licences.remind')
  expect(await told()).toMatchObject([{ body: { validTo: '2031-03-01', accountId: office.person.id } }])
  office.hall.clock.set('2031-03-02T08:00:00+08:00')
  await office.hall.runJob('licences.remind')
  expect(await told()).toHaveLength(1)
  expect((await office.hall.as(office.person).get('/my/licences')).body.items.map((one: { state: string }) => one.state)).toEqual([
    'valid',
    'expired',
  ])
})
