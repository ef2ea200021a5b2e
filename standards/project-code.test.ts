import { expect, test } from 'vitest'
import { isProjectCode, parseProjectCode } from './project-code.ts'

test('the form since 2021 begins with year and month', () => {
  expect(parseProjectCode('2107-330102-04-01-123456')).toEqual({
    ok: true,
    value: {
      code: '2107-330102-04-01-123456',
      form: 'monthly',
      period: '2021-07',
      division: '330102',
      authority: '04',
      kind: '01',
      serial: '123456',
    },
  })
})

test('the form before it begins with the year', () => {
  expect(parseProjectCode('2017-440305-48-01-123456')).toMatchObject({
    ok: true,
    value: { form: 'yearly', period: '2017', authority: '48' },
  })
  expect(parseProjectCode('2012-440305-48-01-123456')).toMatchObject({ ok: true, value: { form: 'monthly', period: '2020-12' } })
})

test('a code has 24 characters counting the hyphens, and may belong to the nation or cross provinces', () => {
  expect('2107-330102-04-01-123456').toHaveLength(24)
  for (const division of ['000000', '000052', '000001']) expect(isProjectCode(`2107-${division}-04-01-123456`)).toBe(true)
  expect(isProjectCode(' ２１０７-330102-04-01-123456 ')).toBe(true)
})

test.for([
  ['2107-330102-04-01-12345', 'format'],
  ['2107-330102-04-01-1234567', 'format'],
  ['21073301020401123456', 'format'],
  ['2107-33010A-04-01-123456', 'format'],
  ['2107_330102_04_01_123456', 'format'],
  ['', 'format'],
  ['2113-330102-04-01-123456', 'period'],
  ['1999-330102-04-01-123456', 'period'],
  ['2107-990102-04-01-123456', 'division'],
] as const)('%s is refused for its %s', ([code, fault]) => {
  expect(parseProjectCode(code)).toEqual({ ok: false, fault })
})
