import { aClerk } from '@yiwang/testing'
import { systemActor } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { elementShapes, type Elements } from './contract.ts'
import { elementNumbered, elements, furtherFields } from './elements.ts'
import { fieldsOpenTo } from './rules/who-may-change.ts'

const item = { bodyCode: '113301020025002871', division: '330102', implementationCode: 'x', everPublished: true }
const places = { province: '330000', city: '330100', county: '330102' }
const permissions = { keeper: 'catalogue.keep', administration: 'catalogue.administer', implementer: 'catalogue.draft' }
type Hat = keyof typeof permissions
type Place = keyof typeof places
const wearing = (hat: Hat, place: Place) =>
  aClerk([], {
    body: hat === 'implementer' ? item.bodyCode : '11330000002482000X',
    division: places[place],
    grants: [{ permission: permissions[hat], divisions: ['33'] }],
  })
const open = (hat: Hat, place: Place): (keyof Elements)[] => fieldsOpenTo(wearing(hat, place), item)

test('RA1-01 there are 36 elements, in order, each kept in a field of the shape and maintained by somebody', () => {
  expect(elements.map(({ number }) => number)).toEqual(Array.from({ length: 36 }, (_, place) => place + 1))
  for (const { field } of elements) expect(Object.keys(elementShapes)).toContain(field)
  const known = new Set([...elements.map(({ field }) => field), ...Object.keys(furtherFields)])
  expect(Object.keys(elementShapes).filter((field) => !known.has(field as keyof Elements))).toEqual([])
  expect(elementNumbered(25).name).toBe('承诺办结时限')
  expect(() => elementNumbered(37)).toThrow(RangeError)
})

const hats: Hat[] = ['keeper', 'administration', 'implementer']
const levels: Place[] = ['province', 'city', 'county']
const cases = elements.flatMap((element) => hats.flatMap((hat) => levels.map((place) => ({ element, hat, place }))))

test.each(cases.map((one) => [one.element.number, one.element.name, one.hat, one.place, one] as const))(
  'RA1-01 RA1-02 element %s %s and a %s of the %s',
  (_number, _name, hat, place, { element }) => {
    const { field } = element
    const sharing = elements.filter((other) => other.field === field)
    const lawful = sharing.some(
      ({ inherited, made, maintainer, levels: may }) =>
        !inherited && !made && maintainer === hat && (hat === 'implementer' || may.includes(place)),
    )
    expect(open(hat, place).includes(field)).toBe(lawful)
  },
)

test('before the first publication the body fills in what the directory does not fix, but never names the body', () => {
  const own = fieldsOpenTo(wearing('implementer', 'county'), { ...item, everPublished: false })
  expect(own).toEqual(expect.arrayContaining(['conditions', 'materials', 'committedLimit', 'consultationPhone']))
  for (const fixed of ['baseCode', 'implementingCode', 'name', 'itemType', 'legalBasis', 'bodyCode']) expect(own).not.toContain(fixed)
})

test('the clerk of another body, a grant elsewhere and no grant open nothing', () => {
  expect(fieldsOpenTo({ ...wearing('implementer', 'county'), body: '113700000045046442' }, item)).toEqual([])
  expect(fieldsOpenTo(aClerk(['catalogue.keep'], { body: '113700000045046442', division: '330100' }), item)).toEqual([])
  const elsewhere = { ...wearing('keeper', 'city'), grants: [{ permission: 'catalogue.keep', divisions: ['3302'] }] }
  expect(fieldsOpenTo(elsewhere, item)).toEqual([])
  expect(fieldsOpenTo(systemActor('seed'), item)).toContain('materials')
})
