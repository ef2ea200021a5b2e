import { addDays, isLegalDay } from '@yiwang/standards'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FaceField, Licence, LicenceState, LicenceType } from './contract.ts'
import { faceFaults, faceFrom, faceLines } from './face.ts'
import { stateCode, stateOn, type KeptState } from './licence-states.ts'
import { masked } from './licence-queries.ts'
import type { LicenceRecord } from './licence-store.ts'
import { can, isLicenceAct } from './lifecycle.ts'
import { sheetOf } from './make-licence.ts'
import { aTypeInput } from './testing.ts'
import { typeFaults } from './type-rules.ts'
import { spanOf } from './validity.ts'

const fields: FaceField[] = [
  { key: 'place', label: '经营场所', kind: 'text', required: true },
  {
    key: 'grade',
    label: '等级',
    kind: 'choice',
    required: false,
    choices: [
      { value: 'a', label: '甲级' },
      { value: 'b', label: '乙级' },
    ],
  },
  { key: 'area', label: '面积', kind: 'number', required: false },
  { key: 'capital', label: '注册资本', kind: 'money', required: false },
  { key: 'since', label: '首次颁发', kind: 'date', required: false },
]

test('a face that fits has no fault, and every place that does not is named', () => {
  expect(faceFaults(fields, { place: '样例路1号', grade: 'a', area: 12.5, capital: 123_456_00, since: '2020-02-29' })).toEqual([])
  const rules = (face: Record<string, string | number>) => faceFaults(fields, face).map(({ pointer, rule }) => `${pointer} ${rule}`)
  expect(rules({})).toEqual(['/face/place missing'])
  expect(rules({ place: '  ' })).toEqual(['/face/place missing'])
  expect(rules({ place: 'x'.repeat(101) })).toEqual(['/face/place length'])
  expect(rules({ place: '路', grade: '甲级', area: '12', capital: 1.5, since: '2021-02-29', more: 1 })).toEqual([
    '/face/more unknown',
    '/face/grade choice',
    '/face/area kind',
    '/face/capital kind',
    '/face/since kind',
  ])
  expect(rules({ place: '路', ['__proto__x']: 1 })).toEqual(['/face/__proto__x unknown'])
})

test('choices are printed by their names, money in yuan, and what is empty is left out', () => {
  const face = { since: '2020-02-29', grade: 'b', place: ' 样例路1号 ', capital: 123_456_00, area: 12.5 }
  expect(faceLines(fields, face).map(({ label, value }) => `${label} ${value}`)).toEqual([
    '经营场所 样例路1号',
    '等级 乙级',
    '面积 12.5',
    '注册资本 123,456.00元',
    '首次颁发 2020-02-29',
  ])
  expect(faceLines(fields, { place: '' })).toEqual([])
})

test('whatever a form holds, only known fields come onto the face, in the order of the type', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom('place', 'grade', 'area', 'capital', 'since'), fc.string()), value), (values) => {
      const face = faceFrom(fields, values)
      expect(Object.keys(face).every((key) => fields.some((field) => field.key === key))).toBe(true)
      expect(faceFaults(fields, face).some(({ rule }) => rule === 'unknown')).toBe(false)
      const order = faceLines(fields, face).map(({ key }) => fields.findIndex((field) => field.key === key))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }),
  )
})

test('validity follows the type: lasting has no end, limited always has one that is not before its beginning', () => {
  expect(spanOf({ kind: 'limited', years: 5 }, { validFrom: '2026-03-02' })).toEqual({
    ok: true,
    span: { validFrom: '2026-03-02', validTo: '2031-03-01' },
  })
  expect(spanOf({ kind: 'limited', years: 1 }, { validFrom: '2024-02-29' })).toMatchObject({ span: { validTo: '2025-02-28' } })
  expect(spanOf({ kind: 'lasting' }, { validFrom: '2026-03-02' })).toEqual({ ok: true, span: { validFrom: '2026-03-02' } })
  const faults: [Parameters<typeof spanOf>, string][] = [
    [[{ kind: 'lasting' }, { validFrom: '2026-03-02', validTo: '2027-01-01' }], 'lastDayNotForeseen'],
    [[{ kind: 'limited' }, { validFrom: '2026-03-02' }], 'lastDayMissing'],
    [[{ kind: 'limited' }, { validFrom: '2026-03-02', validTo: '2026-03-01' }], 'endsBeforeItBegins'],
    [[{ kind: 'limited', years: 5 }, { validFrom: '2026-02-30' }], 'notADay'],
  ]
  for (const [asked, fault] of faults) expect(spanOf(...asked)).toEqual({ ok: false, fault })
})

test('for any first day and number of years the last day is a legal day of the anniversary’s eve', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 70 }), (days, years) => {
      const validFrom = addDays('2000-01-01', days)
      const found = spanOf({ kind: 'limited', years }, { validFrom })
      if (!found.ok || found.span.validTo === undefined) throw new Error('no end')
      expect(isLegalDay(found.span.validTo)).toBe(true)
      const wholeYears = Number(addDays(found.span.validTo, 1).slice(0, 4)) - Number(validFrom.slice(0, 4))
      expect(wholeYears).toBe(years)
    }),
  )
})

test('past its last day a valid licence is expired, and nothing else changes by the date alone', () => {
  const kept: KeptState[] = ['valid', 'suspended', 'rescinded', 'cancelled', 'revoked', 'transferred', 'lost']
  for (const state of kept) {
    expect(stateOn(state, '2026-03-01', '2026-03-01')).toBe(state)
    expect(stateOn(state, '2026-03-01', '2026-03-02')).toBe(state === 'valid' ? 'expired' : state)
    expect(stateOn(state, undefined, '9999-01-01')).toBe(state)
  }
  expect(
    ['valid', 'suspended', 'rescinded', 'cancelled', 'expired', 'transferred', 'revoked', 'lost'].map((one) =>
      stateCode(one as LicenceState),
    ),
  ).toEqual(['01', '02', '03', '04', '05', '06', '07', '99'])
})

test('from what has ended no act leads back', () => {
  const acts = ['change', 'renew', 'suspend', 'resume', 'reportLoss', 'withdrawLoss', 'rescind', 'revoke', 'cancel', 'transfer'].filter(
    isLicenceAct,
  )
  expect(acts).toHaveLength(10)
  for (const act of acts) {
    for (const state of ['rescinded', 'revoked', 'cancelled', 'transferred'] as const)
      expect([act, state, can(act, { state })]).toEqual([act, state, false])
  }
  expect(isLicenceAct('toString')).toBe(false)
})

test('a type that does not hold together is told every fault by its place', () => {
  expect(typeFaults('11100000000013338W901', aTypeInput)).toEqual([])
  const doubled = [...aTypeInput.fields, { key: 'place', label: '地址', kind: 'choice' as const, required: false }]
  const faults = typeFaults('11100000000013338X901', {
    ...aTypeInput,
    fields: doubled,
    validity: { kind: 'lasting', years: 3 },
    issuers: ['113301020025002870'],
  })
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/code', '/fields/3/key', '/fields/3/choices', '/validity/years', '/issuers/0'])
})

test('of a person only the first sign of the name is shown, whole even where it lies beyond the basic plane', () => {
  const shown = (holderName: string) =>
    masked({ holderKind: 'person', holderName, holderNumber: '330102198803128026' } as Licence).holderName
  expect([shown('张测试'), shown('𠮷样例')]).toEqual(['张**', '𠮷**'])
})

test('what a business hangs up shows not the whole number of its owner; a certificate of a person does', () => {
  const number = (holderKind: 'person' | 'organisation', holderNumber: string, holderKinds: LicenceType['holderKinds']) => {
    const type = { ...aTypeInput, code: '11100000000013338W901', version: 1, state: 'published', holderKinds } as LicenceType
    const licence = { holderKind, holderNumber, holderName: '张测试', face: {} } as unknown as LicenceRecord
    return sheetOf(licence, type, 'http://127.0.0.1').fields[1]?.value
  }
  expect(number('person', '330102198803128026', ['organisation', 'person'])).toBe('330102********8026')
  expect(number('organisation', '91330102MA2H0W0002', ['organisation', 'person'])).toBe('91330102MA2H0W0002')
  expect(number('person', '330102198803128026', ['person'])).toBe('330102198803128026')
})
