import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { hoursWords } from './office-hours.ts'

test('hours in words, days that follow each other joined', () => {
  expect(
    hoursWords(
      [
        { days: [5, 1, 2, 3, 4], from: '08:30', to: '12:00' },
        { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
        { days: [6], from: '09:00', to: '12:00' },
      ],
      zh,
    ),
  ).toBe('周一至周五 08:30–12:00，13:30–17:00；周六 09:00–12:00')
  expect(hoursWords([{ days: [1, 3, 4], from: '09:00', to: '12:00' }], zh)).toBe('周一、周三至周四 09:00–12:00')
  expect(hoursWords([], zh)).toBe('')
})
