import { aUser } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { licencesOf, renewLicence } from './index.ts'
import { openLicences, otherNumber, personNumber, type LicenceHall } from './licence-hall.testing.ts'
import { aLicence, aLicenceType } from './testing.ts'

const acts = ['suspension', 'resumption', 'loss', 'recovery', 'rescission', 'revocation', 'cancellation', 'transfer'] as const
type Path = (typeof acts)[number]
const reason = { reason: '依法办理' }
const path = (identifier: string, act: string) => `/licences/${encodeURIComponent(identifier)}/${act}`
const usable = (office: LicenceHall) => office.hall.act((act) => licencesOf(act, { kind: 'person', number: personNumber }))
const names = async ({ hall }: LicenceHall) =>
  (await hall.published()).map((event) => event.name).filter((name) => name.startsWith('licence.'))

async function aMadeLicence(office: LicenceHall): Promise<string> {
  const { identifier } = await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  return identifier
}

const ways: [string, Path[], Path[]][] = [
  ['valid', [], ['suspension', 'loss', 'rescission', 'revocation', 'cancellation', 'transfer']],
  ['suspended', ['suspension'], ['resumption', 'rescission', 'revocation', 'cancellation']],
  ['lost', ['loss'], ['recovery', 'rescission', 'revocation', 'cancellation']],
  ['rescinded', ['rescission'], []],
  ['revoked', ['revocation'], []],
  ['cancelled', ['cancellation'], []],
  ['transferred', ['transfer'], []],
]

test('in each state only what the law allows is done to a licence, and a refusal leaves no trace', async (t) => {
  const office = await openLicences(t)
  const clerk = office.hall.as(office.clerk)
  for (const [state, way, lawful] of ways) {
    const identifier = await aMadeLicence(office)
    for (const act of way) expect((await clerk.post(path(identifier, act), reason)).status).toBe(200)
    const before = (await office.hall.published()).length
    for (const act of acts.filter((one) => !lawful.includes(one))) {
      const answer = await clerk.post(path(identifier, act), reason)
      expect([state, act, answer.status, answer.body.type]).toEqual([state, act, 409, 'licence.notLawful'])
    }
    expect((await office.hall.published()).length).toBe(before)
    expect((await clerk.get(path(identifier, '').slice(0, -1))).body.state).toBe(state)
  }
})

test('R5B-205 R5B-209 R5B-210 what is suspended, lost or ended stands for no material, and the record grows by a row each time', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const clerk = office.hall.as(office.clerk)
  expect(await usable(office)).toHaveLength(1)
  for (const [act, left] of [
    ['suspension', 0],
    ['resumption', 1],
    ['loss', 0],
    ['recovery', 1],
    ['revocation', 0],
  ] as const) {
    await clerk.post(path(identifier, act), reason)
    expect([act, (await usable(office)).length]).toEqual([act, left])
  }
  const whole = await clerk.get(path(identifier, '').slice(0, -1))
  expect(whole.body.history.map((one: { change: string }) => one.change)).toEqual([
    'revoke',
    'withdrawLoss',
    'reportLoss',
    'resume',
    'suspend',
    'issue',
  ])
  expect(new Set(whole.body.history.map((one: { identifier: string }) => one.identifier)).size).toBe(1)
  expect(await names(office)).toEqual([
    'licence.issued',
    'licence.made',
    'licence.suspended',
    'licence.resumed',
    'licence.lost',
    'licence.resumed',
    'licence.ended',
  ])
})

test('R5B-203 a change makes a new version with its own identifier and file; the old one is history', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const clerk = office.hall.as(office.clerk)
  const changed = await clerk.post(path(identifier, 'change'), { reason: '地址录入有误', face: { place: '样例路2号' } })
  expect(changed.status).toBe(200)
  expect(changed.body.identifier).not.toBe(identifier)
  expect(changed.body.identifier).toContain('.002.')
  expect(await usable(office)).toEqual([])
  await office.hall.settle()
  expect(await usable(office)).toMatchObject([{ identifier: changed.body.identifier }])
  expect((await clerk.post(path(identifier, 'suspension'), reason)).status).toBe(404)
  const now = await clerk.get(path(changed.body.identifier, '').slice(0, -1))
  expect(now.body).toMatchObject({ number: changed.body.number, face: [{ label: '经营场所', value: '样例路2号' }] })
  expect(now.body.history).toHaveLength(2)
  const [old, present] = [
    await office.hall.stranger.get(`/licences/verification/${identifier}`),
    await office.hall.stranger.get(`/licences/verification/${changed.body.identifier}`),
  ]
  expect([old.body.state, present.body.state]).toEqual(['replaced', 'valid'])
})

test('a change that names nothing, or does not fit the type, is refused', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const clerk = office.hall.as(office.clerk)
  const refused = [
    await clerk.post(path(identifier, 'change'), { reason: '无' }),
    await clerk.post(path(identifier, 'change'), { reason: '错', face: { colour: '红' } }),
    await clerk.post(path(identifier, 'change'), { reason: '错', validUntil: '2020-01-01' }),
  ]
  expect(refused.map((answer) => answer.body.type)).toEqual(['licence.nothingChanged', 'licence.faceInvalid', 'licence.validityInvalid'])
  expect(refused[1]?.body.errors).toContainEqual(expect.objectContaining({ pointer: '/face/colour' }))
})

test('a renewal follows a decision of its own and is of the type in force; an expired licence can still be renewed', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  await office.hall.act((act) => aLicenceType(act, { validity: { kind: 'limited', years: 10 } }))
  office.hall.clock.set('2031-03-02T09:00:00+08:00')
  expect(await usable(office)).toEqual([])
  const subject = { kind: 'case', key: '33010220310302000001' }
  const renewed = await office.hall.act((act) => renewLicence(act, identifier, { validFrom: '2031-03-02', subject }))
  await expect(office.hall.act((act) => aLicence(act, { subject }))).resolves.toEqual(renewed)
  await office.hall.runJob('licences.makeWaiting').catch(() => undefined)
  const found = await office.hall.as(office.clerk).get(path(renewed.identifier, '').slice(0, -1))
  expect(found.body).toMatchObject({ state: 'valid', validUntil: '2041-03-01', subject })
})

test('of two changes at once one is done and the other finds history', async (t) => {
  const office = await openLicences(t, { connections: 4 })
  const identifier = await aMadeLicence(office)
  const clerk = office.hall.as(office.clerk)
  const change = (place: string) => clerk.post(path(identifier, 'change'), { reason: '变更', face: { place } })
  const answers = await Promise.all([change('样例路3号'), change('样例路4号')])
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 404])
  const ends = await aMadeLicence(office)
  const twice = await Promise.all(['revocation', 'cancellation'].map((act) => clerk.post(path(ends, act), reason)))
  expect(twice.map((answer) => answer.status).toSorted()).toEqual([200, 409])
})

test('strangers, users and clerks of another body reach no licence', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const whole = path(identifier, '').slice(0, -1)
  for (const act of [...acts, 'change', 'annual-checks']) {
    const body =
      act === 'annual-checks' ? { year: 2026, result: 'passed' } : { ...reason, ...(act === 'change' ? { holderName: '他人' } : {}) }
    expect([act, (await office.hall.as(office.neighbour).post(path(identifier, act), body)).status]).toEqual([act, 404])
    expect([act, (await office.hall.as(office.person).post(path(identifier, act), body)).status]).toEqual([act, 403])
    expect([act, (await office.hall.stranger.post(path(identifier, act), body)).status]).toEqual([act, 401])
  }
  for (const target of [whole, `${whole}/content`]) {
    expect((await office.hall.as(office.neighbour).get(target)).status).toBe(404)
    expect((await office.hall.as(office.person).get(target)).status).toBe(403)
    expect((await office.hall.stranger.get(target)).status).toBe(401)
    expect((await office.hall.as(office.clerk).get(target)).status).toBe(200)
  }
  expect((await office.hall.as(office.neighbour).get('/licences')).body.items).toEqual([])
  expect((await office.hall.as(office.clerk).get('/licences')).body.items).toHaveLength(1)
  expect(await usable(office)).toHaveLength(1)
})

test('the list of the desk filters by type, number, state and day, masks persons, and is paged without a gap', async (t) => {
  const office = await openLicences(t)
  const clerk = office.hall.as(office.clerk)
  const ids: string[] = []
  for (let nth = 0; nth < 5; nth += 1) {
    office.hall.clock.advance(1000)
    ids.push((await office.hall.act((act) => aLicence(act))).identifier)
  }
  await clerk.post(path(ids[0] ?? '', 'revocation'), reason)
  const first = await clerk.get('/licences?limit=3')
  const second = await clerk.get(`/licences?limit=3&after=${first.body.next}`)
  const seen = [...first.body.items, ...second.body.items].map((one: { identifier: string }) => one.identifier)
  expect(seen).toEqual(ids.toReversed())
  expect(first.body.items[0]).toMatchObject({ holderName: '张**', holderNumber: expect.stringContaining('*') })
  expect(JSON.stringify(first.body)).not.toContain(personNumber)
  expect((await clerk.get('/licences?state=revoked')).body.items).toMatchObject([{ identifier: ids[0], stateCode: '07' }])
  expect((await clerk.get('/licences?state=valid')).body.items).toHaveLength(4)
  expect((await clerk.get('/licences?state=expired')).body.items).toEqual([])
  expect((await clerk.get('/licences?issuedTo=2026-03-01')).body.items).toEqual([])
  expect((await clerk.get('/licences?issuedFrom=2026-03-02&holderKind=person')).body.items).toHaveLength(5)
  office.hall.clock.set('2031-03-02T09:00:00+08:00')
  expect((await clerk.get('/licences?state=expired')).body.items).toHaveLength(4)
  expect((await clerk.get('/licences?after=nonsense')).status).toBe(400)
})

test('R5B-204 an annual check is noted beside the licence, once a year', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const clerk = office.hall.as(office.clerk)
  for (const year of [2026, 2027])
    expect((await clerk.post(path(identifier, 'annual-checks'), { year, result: 'passed' })).status).toBe(200)
  expect((await clerk.post(path(identifier, 'annual-checks'), { year: 2026, result: 'failed' })).body.type).toBe('licence.annualCheckThere')
  const whole = await clerk.get(path(identifier, '').slice(0, -1))
  expect(whole.body).toMatchObject({ annualChecks: [{ year: 2027 }, { year: 2026, result: 'passed' }], history: [{ change: 'issue' }] })
})

test('a licence on paper is entered with its number, only for a body in reach, and nothing is left of a refused one', async (t) => {
  const office = await openLicences(t)
  const entry = {
    typeCode: '11100000000013338W901',
    issuerCode: office.clerk.body,
    holder: { kind: 'person', name: '李测试', number: otherNumber },
    number: 'YL-1998-0007',
    face: { place: '老街1号' },
    validFrom: '2025-01-01',
  }
  expect((await office.hall.as(office.neighbour).post('/licences', entry)).body.type).toBe('licence.issuerNotAllowed')
  expect((await office.hall.as(aUser()).post('/licences', entry)).status).toBe(403)
  expect((await office.hall.as(office.clerk).post('/licences', { ...entry, face: {} })).body.type).toBe('licence.faceInvalid')
  expect(await names(office)).toEqual([])
  const entered = await office.hall.as(office.clerk).post('/licences', entry)
  expect(entered).toMatchObject({ status: 201, body: { number: 'YL-1998-0007' } })
  await office.hall.settle()
  expect((await office.hall.as(office.otherPerson).get('/my/licences')).body.items).toMatchObject([{ number: 'YL-1998-0007', made: true }])
})
