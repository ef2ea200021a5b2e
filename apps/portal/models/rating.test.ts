import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { rate, ratings } from './rating.ts'

test('five degrees, 5 to 1', () => {
  expect(ratings.map(({ value, key }) => `${value} ${zh(`rating.${key}`)}`)).toEqual([
    '5 非常满意',
    '4 满意',
    '3 基本满意',
    '2 不满意',
    '1 非常不满意',
  ])
})

test.each(['1', '2'])('a %s says what was wrong, or it is not sent', async (score) => {
  const { api, asked } = anApi({ 'POST /my/cases/N/rating': { status: 201 } })
  expect((await rate(api, 'N', aForm({ score, comment: ' ' }), zh)).errors.fields['comment']).toBeDefined()
  expect(asked).toEqual([])
  expect((await rate(api, 'N', aForm({ score, comment: '等太久' }), zh)).done).toBe(true)
})

test('a good one needs no words; none is not a rating; a second one is refused in words', async () => {
  const { api, asked } = anApi({ 'POST /my/cases/N/rating': { status: 201 } })
  expect((await rate(api, 'N', aForm({ score: '4' }), zh)).done).toBe(true)
  expect(asked[0]?.options.body).toEqual({ score: 4 })
  for (const score of ['', '6', '0', '5.0']) expect((await rate(api, 'N', aForm({ score }), zh)).errors.fields['score']).toBeDefined()
  const second = anApi({ 'POST /my/cases/N/rating': refused(409, 'rating.already', '您已经评价过。') })
  expect((await rate(second.api, 'N', aForm({ score: '5' }), zh)).errors.general).toBe('您已经评价过。')
})
