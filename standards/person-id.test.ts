import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from './checked.ts'
import { dayFromNumber, dayNumber } from './legal-day.ts'
import { ageOn, isMinor, isPersonId, maskPersonId, normalisePersonId, parsePersonId } from './person-id.ts'
import { inventedPerson, inventedPersonId } from './testing.ts'

const birth = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2026-12-31') }).map(dayFromNumber)
const number = fc.tuple(birth, fc.integer({ min: 0, max: 999 })).map(([day, order]) => inventedPersonId({ birth: day, order }))

test('the published numbers are read in all their parts', () => {
  expect(parsePersonId('11010519491231002X')).toEqual({
    ok: true,
    value: { number: '11010519491231002X', division: '110105', birthDate: '1949-12-31', order: '002', sex: 'female' },
  })
  expect(parsePersonId('440524188001010014')).toMatchObject({ ok: true, value: { birthDate: '1880-01-01', sex: 'male' } })
})

test('R5A-244 a wrong check character, birth date, division or length is refused', () => {
  expect(parsePersonId('110105194912310020')).toEqual({ ok: false, fault: 'check' })
  expect(parsePersonId('110105194902310021')).toEqual({ ok: false, fault: 'birthDate' })
  expect(parsePersonId('990105194912310021')).toEqual({ ok: false, fault: 'division' })
  expect(parsePersonId('330000194912310021')).toEqual({ ok: false, fault: 'division' })
  expect(parsePersonId('1101051949123100')).toEqual({ ok: false, fault: 'length' })
  expect(parsePersonId('110105491231002')).toEqual({ ok: false, fault: 'length' })
  expect(parsePersonId('11010519491231A02X')).toEqual({ ok: false, fault: 'characters' })
  expect(parsePersonId('')).toEqual({ ok: false, fault: 'length' })
})

test("the sample of the guide's appendix 3 does not check and is refused", () => {
  expect(parsePersonId('330102198805059786')).toEqual({ ok: false, fault: 'check' })
})

test('lower x, blanks and full-width digits are one number', () => {
  expect(normalisePersonId(' 110105 19491231 002x ')).toBe('11010519491231002X')
  expect(normalisePersonId('１１０１０５１９４９１２３１００２Ｘ')).toBe('11010519491231002X')
  expect(() => normalisePersonId('110105194912310020')).toThrow('person id: check')
})

test('a revoked division is no reason to refuse: it is that of the first registration', () => {
  expect(isPersonId(inventedPersonId({ division: '330106' }))).toBe(true)
  expect(isPersonId(inventedPersonId({ division: '512921' }))).toBe(true)
  expect(isPersonId(inventedPersonId({ division: '810000' }))).toBe(true)
})

test('nobody is born after today', () => {
  const tomorrow = inventedPersonId({ birth: '2026-03-03' })
  expect(parsePersonId(tomorrow, { on: '2026-03-02' })).toEqual({ ok: false, fault: 'birthDate' })
  expect(parsePersonId(tomorrow, { on: '2026-03-03' }).ok).toBe(true)
})

test('a single wrong character, or two neighbours swapped, never passes', () => {
  fc.assert(
    fc.property(number, fc.nat(17), fc.constantFrom(...'0123456789X'.split('')), (valid, at, other) => {
      fc.pre(valid[at] !== other)
      expect(isPersonId(valid.slice(0, at) + other + valid.slice(at + 1))).toBe(false)
    }),
  )
  fc.assert(
    fc.property(number, fc.nat(16), (valid, at) => {
      fc.pre(valid[at] !== valid[at + 1])
      expect(isPersonId(valid.slice(0, at) + valid[at + 1] + valid[at] + valid.slice(at + 2))).toBe(false)
    }),
  )
})

const anything = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units))

test('whatever is typed, reading never throws', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(() => parsePersonId(text)).not.toThrow()
    }),
  )
})

test.for([
  ['2008-03-02', '2026-03-01', 17, true],
  ['2008-03-02', '2026-03-02', 18, false],
  ['2008-02-29', '2026-02-28', 17, true],
  ['2008-02-29', '2026-03-01', 18, false],
  ['2026-03-02', '2026-03-02', 0, true],
] as const)('who was born on %s is on %s %i years old', ([born, day, age, minor]) => {
  expect(ageOn(born, day)).toBe(age)
  expect(isMinor(born, day)).toBe(minor)
})

test('a masked number keeps no birth date', () => {
  expect(maskPersonId('33010219880505123x')).toBe('330102********123X')
  expect(maskPersonId('12345')).toBe('*****')
  fc.assert(fc.property(number, (valid) => !maskPersonId(valid).includes(valid.slice(6, 14)) && maskPersonId(valid).length === 18))
})

test('invented people are valid, of the sex asked for, and of an order no office gives', () => {
  for (const sex of ['male', 'female'] as const) {
    const read = must('person id', parsePersonId(inventedPerson({ sex, nth: 3, birth: '1990-01-02' })))
    expect(read).toMatchObject({ sex, birthDate: '1990-01-02' })
    expect(Number(read.order)).toBeGreaterThanOrEqual(900)
  }
  expect(() => inventedPersonId({ birth: '1990-02-30' })).toThrow('birthDate')
})
