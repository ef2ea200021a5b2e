import { homeBody } from '@yiwang/organisation/testing'
import { aSealInUse } from '@yiwang/seals/testing'
import { expect, test } from 'vitest'
import { openLicences, otherBody, otherNumber, personNumber, type LicenceHall } from './licence-hall.testing.ts'
import { aLicence, aLicenceType, aTypeCode, aTypeInput } from './testing.ts'

const other = '11100000000013338W906'
const fields = [
  { key: 'grade', label: '等级', kind: 'choice' as const, required: true, choices: [{ value: 'a', label: '甲级' }] },
  { key: 'area', label: '面积', kind: 'number' as const, required: true },
]

/** Two types with nothing in common but the library, and a licence of each. */
async function twoKinds(t: Parameters<typeof openLicences>[0]) {
  const office = await openLicences(t)
  const holder = { kind: 'person', name: '张测试', number: personNumber } as const
  const [one, two] = await office.hall.act(async (act) => {
    await aLicenceType(act, { code: other, name: '资质证书', category: 'certificate', fields })
    return [await aLicence(act), await aLicence(act, { type: other, holder, face: { grade: 'a', area: 120.5 } })]
  })
  await office.hall.settle()
  return { ...office, one: one?.identifier ?? '', two: two?.identifier ?? '' }
}
const whole = async (office: LicenceHall, identifier: string) => (await office.hall.as(office.clerk).get(`/licences/${identifier}`)).body

test('R5B-200 RA2-009 one interface gives licences of any structure; what does not fit the fields of its type is refused', async (t) => {
  const office = await twoKinds(t)
  const face = async (identifier: string) =>
    (await whole(office, identifier)).face.map(({ label, value }: { label: string; value: string }) => [label, value])
  expect(await face(office.one)).toEqual([['经营场所', '样例路1号']])
  expect(await face(office.two)).toEqual([
    ['等级', '甲级'],
    ['面积', '120.5'],
  ])
  expect(Object.keys(await whole(office, office.one)).toSorted()).toEqual(Object.keys(await whole(office, office.two)).toSorted())
  const enter = (typeCode: string, given: object) =>
    office.hall.as(office.clerk).post('/licences', {
      typeCode,
      issuerCode: office.clerk.body,
      holder: { kind: 'person', name: '李测试', number: otherNumber },
      face: given,
      validFrom: '2026-03-02',
    })
  for (const wrong of [{ grade: 'a' }, { grade: 'z', area: 1 }, { grade: 'a', area: '很大' }, { place: '样例路1号' }])
    expect([wrong, (await enter(other, wrong)).body.type]).toEqual([wrong, 'licence.faceInvalid'])
  expect((await enter(other, { grade: 'a', area: 30 })).status).toBe(201)
  expect((await enter(aTypeCode, { grade: 'a', area: 30 })).body.type).toBe('licence.faceInvalid')
})

test('R5B-195 R7-024 of a licence in the library number, content, file and style are each to be had, and its identifier leads to the file', async (t) => {
  const office = await twoKinds(t)
  const { number, face, typeCode } = await whole(office, office.one)
  expect(number).toMatch(/^YL/)
  expect(face).toHaveLength(1)
  const file = await office.hall.as(office.clerk).get(`/licences/${office.one}/content`)
  expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await office.hall.stranger.get(`/licence-types/${typeCode}`)).body.style).toEqual(aTypeInput.style)
  expect((await office.hall.stranger.get(`/licences/verification/${office.one}`)).body.identifier).toBe(office.one)
  const { style: _, ...without } = { ...aTypeInput, code: '11100000000013338W907' }
  expect((await office.hall.as(office.clerk).post('/licence-types', without)).status).toBe(400)
  // the same type looks the same whoever issues it
  await aSealInUse(office.hall.house, { bodyCode: otherBody, kind: 'licence', name: '别的局证照专用章' })
  const issuer = { code: otherBody, name: '上城区别的局', division: '330102' }
  const elsewhere = await office.hall.act((act) => aLicence(act, { issuer }))
  expect((await office.hall.as(office.neighbour).get(`/licences/${elsewhere.identifier}`)).body.typeCode).toBe(typeCode)
})

test('R5B-197 every body keeps to the one standard of a type, and what does not is not entered', async (t) => {
  const office = await twoKinds(t)
  const entry = {
    typeCode: aTypeCode,
    holder: { kind: 'person', name: '李测试', number: otherNumber },
    face: { place: '老街1号' },
    validFrom: '2025-01-01',
  }
  for (const by of [office.clerk, office.neighbour]) {
    const enter = (over: object) => office.hall.as(by).post('/licences', { ...entry, issuerCode: by.body, ...over })
    for (const face of [{}, { place: '' }, { place: '老街1号', colour: '红' }])
      expect((await enter({ face })).body.type).toBe('licence.faceInvalid')
    const entered = await enter({})
    expect(entered.status).toBe(201)
    expect((await office.hall.as(by).get(`/licences/${entered.body.identifier}`)).body.face).toMatchObject([
      { key: 'place', label: '经营场所' },
    ])
  }
})

test('R5A-248 licences are sorted by issuer, type, day and holder, each for himself and at the desk', async (t) => {
  const office = await twoKinds(t)
  const { hall } = office
  hall.clock.set('2026-04-01T09:00:00+08:00')
  const later = await hall.act((act) =>
    aLicence(act, { holder: { kind: 'person', name: '李测试', number: otherNumber }, validFrom: '2026-04-01' }),
  )
  const list = async (path: string, by = office.person) =>
    new Set((await hall.as(by).get(path)).body.items.map((one: { identifier: string }) => one.identifier))
  const [one, two] = [office.one, office.two]
  expect(await list(`/my/licences?issuerCode=${homeBody}`)).toEqual(new Set([one, two]))
  expect(await list(`/my/licences?issuerCode=${otherBody}`)).toEqual(new Set())
  expect(await list(`/my/licences?typeCode=${other}`)).toEqual(new Set([two]))
  expect(await list('/my/licences?issuedFrom=2026-03-03')).toEqual(new Set())
  expect(await list('/my/licences', office.otherPerson)).toEqual(new Set([later.identifier]))
  const desk = (query: string) => list(`/licences?${query}`, office.clerk)
  expect(await desk(`issuerCode=${homeBody}`)).toEqual(new Set([one, two, later.identifier]))
  expect(await desk(`typeCode=${aTypeCode}`)).toEqual(new Set([one, later.identifier]))
  expect(await desk('issuedFrom=2026-03-03')).toEqual(new Set([later.identifier]))
  expect(await desk('holderKind=person')).toEqual(new Set([one, two, later.identifier]))
  expect(await desk('holderKind=organisation')).toEqual(new Set())
})
