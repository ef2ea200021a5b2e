import { expect, test } from 'vitest'
import type { Elements } from '../contract.ts'
import { aMaterial, soundElements } from '../testing.ts'
import { checkElements } from './check-elements.ts'

const sound: Elements = {
  ...soundElements,
  baseCode: 'XK00101000',
  implementingCode: '330102000000002500287100',
  name: '食品经营许可',
  itemType: 'XK',
  bodyCode: '113301020025002871',
  legalBasis: [{ title: '行政许可法', checked: true }],
  exerciseLevels: ['county'],
  flow: { key: 'flow', version: 1 },
}
const findings = (over: { [K in keyof Elements]?: Elements[K] | undefined }) =>
  checkElements(Object.fromEntries(Object.entries({ ...sound, ...over }).filter(([, value]) => value !== undefined)))
const codesOf = (over: Parameters<typeof findings>[0], severity = 'error') =>
  findings(over).filter((one) => one.severity === severity).map(({ element, code }) => `${element} ${code}`) // prettier-ignore

test('a whole and sound implementation has nothing to be said about', () => {
  expect(findings({})).toEqual([])
})

const file = (text: string) => ({ name: '样本', mediaType: 'text/plain' as const, text })
const material = (over: Parameters<typeof aMaterial>[0]) => ({ materials: [aMaterial(over)] })

test.each<[string, Parameters<typeof findings>[0], string]>([
  ['RA1-11 no basis', { legalBasis: [] }, 'legalBasis empty'],
  ['RA1-12 no level', { exerciseLevels: [] }, 'exerciseLevels empty'],
  [
    'RA1-13 several levels and nothing on who has what',
    { exerciseLevels: ['city', 'county'], authorityDivision: undefined },
    'authorityDivision sharedByLevels',
  ],
  ['RA1-22 the body joined with itself', { jointBodies: [{ code: sound.bodyCode, name: '自己' }] }, 'jointBodies ownBody'],
  ['RA1-28 no result', { result: undefined }, 'result missing'],
  ['RA1-29 a sample that tells a person', { result: { ...sound.result, sample: file('11010519491231002X') } }, 'result sampleTellsPerson'],
  ['RA1-30 a fee without standard', { fees: { charged: true, standards: [], basis: [], stage: 'atDelivery' } }, 'fees standardMissing'],
  ['RA1-30 a fee without its basis', { fees: { charged: true, standards: [], basis: [], stage: 'atDelivery' } }, 'fees basisMissing'],
  ['RA1-35 a promise longer than the law', { committedLimit: { value: 21, unit: 'workday' } }, 'committedLimit longerThanStatutory'],
  ['an extension counted otherwise than the limit', { extension: { value: 10, unit: 'calendarDay' } }, 'extension otherUnit'],
  ['a promise missing', { committedLimit: undefined }, 'committedLimit missing'],
  [
    'RA1-34 an instant item with a promise of days',
    { caseKind: 'instant', committedLimit: { value: 3, unit: 'workday' } },
    'caseKind notInstant',
  ],
  ['a promised item that nobody examines', { flow: undefined }, 'flow missing'],
  ['a flow beside the department’s own system', { examinedIn: 'ownSystem' }, 'examinedIn flowBesides'],
  ['RA1-43 hours that end before they begin', { officeHours: [{ days: [1], from: '17:00', to: '09:00' }] }, 'officeHours endsBeforeStart'],
  ['RA1-44 no telephone', { consultationPhone: '12' }, 'consultationPhone notAPhone'],
  ['RA1-46 no telephone for complaints', { complaintPhone: '999' }, 'complaintPhone notAPhone'],
  [
    'R2-13 a theme of natural persons on an item for legal persons',
    { audiences: ['organisation'], themes: ['P08'] },
    'themes themeOfOthers',
  ],
  ['R2-12 a theme that is not', { themes: ['P99'] }, 'themes themeUnknown'],
  ['online without its form', { onlineMode: undefined }, 'onlineMode missing'],
  ['more visits than the form of handling allows', { visits: 2 }, 'visits tooMany'],
  ['R4-056 a material without basis', material({ basis: [] }), 'materials.application basisMissing'],
  ['R4-059 a material without sample', material({ sample: undefined } as never), 'materials.application sampleMissing'],
  ['R4-060 a government paper without its issuer', material({ source: 'government' }), 'materials.application issuerMissing'],
  ['R4-061 an institution not named', material({ source: 'intermediary' }), 'materials.application intermediaryMissing'],
  ['R4-057 a catch-all', material({ name: '法律、法规规定的其他材料' }), 'materials.application catchAll'],
  ['a situation that is not', material({ situations: ['nowhere'] }), 'materials.application situationUnknown'],
  ['one code twice', { materials: [aMaterial(), aMaterial()] }, 'materials.application codeTwice'],
  [
    'a clause on a question that is not',
    { situations: [{ key: 's', name: 's', when: [{ question: 'q', in: ['a'] }] }] },
    'situations.s questionUnknown',
  ],
])('%s stands in the way', (_, over, finding) => {
  expect(codesOf(over)).toContain(finding)
})

test('an item examined in the department’s own system, or on the spot, needs no flow', () => {
  expect(findings({ flow: undefined, examinedIn: 'ownSystem' })).toEqual([])
  expect(codesOf({ flow: undefined, caseKind: 'instant', committedLimit: { value: 1, unit: 'workday' } })).toEqual([])
})

test('R4-057 a catch-all with a reason, and steps longer than the promise, are only pointed out', () => {
  const named = material({ name: '其他材料', catchAllReason: '依据某条例第三条' })
  expect(codesOf(named)).toEqual([])
  expect(codesOf(named, 'warning')).toContain('materials.application catchAll')
  const slow = { steps: sound.steps.map((step) => ({ ...step, limit: { value: 6, unit: 'workday' as const } })) }
  expect(codesOf(slow)).toEqual([])
  expect(codesOf(slow, 'warning')).toContain('steps longerThanCommitted')
})

test('全程网办 that asks for what neither library nor register can verify is pointed out', () => {
  const online = (over: Parameters<typeof aMaterial>[0]) => codesOf({ onlineMode: 'full', visits: 0, ...material(over) }, 'warning')
  const found = 'materials.application notVerifiableOnline'
  const certificate = { kind: 'certificate', source: 'government', issuer: '公安机关' } as const
  expect(online(certificate)).toContain(found)
  expect(online({ ...certificate, register: 'marriage' })).toContain(found)
  expect(online({ ...certificate, register: 'person' })).not.toContain(found)
  expect(online({ ...certificate, licenceTypes: ['11100000000013338W101'] })).not.toContain(found)
  expect(online({ ...certificate, need: 'optional' })).not.toContain(found)
  expect(online({})).not.toContain(found)
  expect(codesOf({ onlineMode: 'verify', visits: 1, ...material(certificate) }, 'warning')).not.toContain(found)
})

test('everything that is missing of an empty draft is said at once', () => {
  expect(checkElements({}).length).toBeGreaterThan(35)
})
