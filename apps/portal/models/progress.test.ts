import { expect, test } from 'vitest'
import { anApi, refused, zh } from '../testing.ts'
import { lookUp } from './progress.ts'

const number = '3301062026030200001230'
const found = {
  caseNumber: number,
  itemName: '食品经营许可',
  bodyName: '市监局',
  state: 'accepted',
  stages: [{ name: '申请', on: '2026-03-02', state: 'done' }],
  committedDue: '2026-03-17',
}
const at = (typed: string) => new URL(`https://x/progress?number=${encodeURIComponent(typed)}`)

test('a number typed in groups, as it is printed, finds its case', async () => {
  const { api, asked } = anApi({ [`GET /progress/${number}`]: { body: found } })
  const { progress, problem } = await lookUp(api, at('330106 20260302 0000123 0'), zh, 'zh')
  expect(problem).toBeUndefined()
  expect(progress).toMatchObject({ number: ['330106', '20260302', '0000123', '0'], due: '2026年3月17日（周二）前办结' })
  expect(asked).toHaveLength(1)
})

test('a digit mistyped is noticed by its check digit, before anybody is asked', async () => {
  const { api, asked } = anApi()
  expect(await lookUp(api, at('3301062026030200001240'), zh, 'zh')).toMatchObject({ problem: 'badNumber', asked: '3301062026030200001240' })
  expect(await lookUp(api, at('../../me'), zh, 'zh')).toMatchObject({ problem: 'badNumber' })
  expect(asked).toEqual([])
})

test('a number nobody has, and looking too often, are told apart', async () => {
  expect(await lookUp(anApi().api, at(number), zh, 'zh')).toMatchObject({ problem: 'notFound' })
  const often = anApi({ [`GET /progress/${number}`]: refused(429, 'request.tooMany', '太频繁') })
  expect(await lookUp(often.api, at(number), zh, 'zh')).toMatchObject({ problem: 'tooMany' })
  expect(await lookUp(anApi().api, at(''), zh, 'zh')).toEqual({ asked: '' })
})

test('once it is decided nothing is due any more', async () => {
  const { api } = anApi({ [`GET /progress/${number}`]: { body: { ...found, state: 'delivered' } } })
  expect((await lookUp(api, at(number), zh, 'zh')).progress?.due).toBe('')
})
