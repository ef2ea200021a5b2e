import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { limitBar } from './limit-bar.ts'

const workdays = (value: number) => ({ value, unit: 'workday' as const })
const days = (value: number) => ({ value, unit: 'calendarDay' as const })

test('a promise of half the time is half the bar and said in words', () => {
  const bar = limitBar(workdays(5), workdays(10), zh)
  expect(bar.promised).toEqual({ words: '5 个工作日', share: 0.5 })
  expect(bar.statutory).toEqual({ words: '10 个工作日', share: 1 })
  expect(bar.saying).toBe('比法律规定快约 50%。')
})

test('workdays and days stand on one scale', () => {
  expect(limitBar(workdays(5), days(14), zh).promised.share).toBeCloseTo(0.5)
  expect(limitBar(workdays(10), days(14), zh).saying).toBe('按法律规定的时限办结。')
})

test('on the spot, no promise, no law', () => {
  expect(limitBar(workdays(0), workdays(10), zh).saying).toContain('当场')
  expect(limitBar(undefined, workdays(10), zh).saying).toContain('尚未作出承诺')
  expect(limitBar(workdays(3), undefined, zh).saying).toContain('法律没有规定时限')
})

test('bars never leave their track', () => {
  const limit = fc.option(fc.record({ value: fc.nat(3650), unit: fc.constantFrom('workday' as const, 'calendarDay' as const) }), {
    nil: undefined,
  })
  fc.assert(
    fc.property(limit, limit, (promised, statutory) => {
      const bar = limitBar(promised, statutory, zh)
      for (const { share } of [bar.promised, bar.statutory]) expect(share >= 0 && share <= 1).toBe(true)
      expect(bar.saying).not.toMatch(/NaN|Infinity/)
    }),
  )
})
