import { officialCalendar } from '@yiwang/standards'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerDueOn, isLate, isOpen } from './follow-up-rules.ts'
import { isBad, ratingTags, strangeTags, type RatingTag } from './rating-tags.ts'

test('the two lowest levels are bad ratings', () => {
  expect([1, 2, 3, 4, 5].map(isBad)).toEqual([true, true, false, false, false])
})

test('no praise stands beside a bad rating and no blame beside a good one; in the middle both may', () => {
  const all = fc.subarray([...ratingTags.good, ...ratingTags.bad] as RatingTag[])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), all, (score, tags) => {
      const strange = strangeTags(score, tags)
      const praise: readonly string[] = ratingTags.good
      if (score === 3) expect(strange).toEqual([])
      else expect(strange).toEqual(tags.filter((tag) => praise.includes(tag) === isBad(score)))
    }),
  )
})

test('an answer is due within fifteen workdays, holidays not counted', () => {
  expect(answerDueOn('2026-03-02', officialCalendar)).toBe('2026-03-23')
  expect(answerDueOn('2026-02-10', officialCalendar) > '2026-03-03').toBe(true)
  expect(isLate('2026-03-23', '2026-03-23')).toBe(false)
  expect(isLate('2026-03-23', '2026-03-24')).toBe(true)
  expect(answerDueOn('2039-12-01', officialCalendar)).toBe('2039-12-22')
})

test('what is answered is closed', () => {
  expect((['open', 'assigned', 'answered'] as const).map((state) => isOpen({ state }))).toEqual([true, true, false])
})
