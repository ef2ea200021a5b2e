import { expect, test } from 'vitest'
import { joinYears, workdaysLeft } from './workdays.ts'

const rest = joinYears([
  { to: '2026-12-31', off: ['2026-03-07', '2026-03-08', '2026-03-14', '2026-03-15'].map((day) => ({ day })) },
  { to: '2026-12-31', off: [] },
])

test('what is left counts workdays, the due day included and today not', () => {
  if (!rest) throw new Error('the calendar was given')
  expect(workdaysLeft('2026-03-09', '2026-03-06', rest)).toBe(1)
  expect(workdaysLeft('2026-03-06', '2026-03-06', rest)).toBe(0)
  expect(workdaysLeft('2026-03-20', '2026-03-06', rest)).toBe(10)
})

test('what is late counts the workdays since, and a weekend adds nothing', () => {
  if (!rest) throw new Error('the calendar was given')
  expect(workdaysLeft('2026-03-06', '2026-03-09', rest)).toBe(-1)
  expect(workdaysLeft('2026-03-06', '2026-03-08', rest)).toBe(-0)
})

test('nothing is said about days whose holidays are not announced', () => {
  if (!rest) throw new Error('the calendar was given')
  expect(workdaysLeft('2027-01-04', '2026-12-30', rest)).toBeUndefined()
  expect(joinYears([])).toBeUndefined()
})
