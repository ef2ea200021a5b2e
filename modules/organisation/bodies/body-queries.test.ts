import { inventedUscc } from '@yiwang/standards/testing'
import { openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { organisation, retireBody } from '../index.ts'
import { aBody, places } from '../testing.ts'

const code = (nth: number) => inventedUscc({ kind: '11', nth })

async function aTownOfBodies(t: Parameters<typeof openHall>[0]): Promise<Hall> {
  const hall = await openHall(t, { modules: [organisation] })
  const bodies = [
    ['杭州市公安局', places.city, []],
    ['上城区公安分局', places.county, []],
    ['上城区100%审批局', places.county, ['administration']],
    ['清波街道办事处', places.township, []],
    ['宁波市公安局', places.otherCity, []],
  ] as const
  for (const [index, [name, division, duties]] of bodies.entries())
    await hall.act((act) => aBody(act, { code: code(index + 1), name, division, duties: [...duties] }))
  return hall
}

const namesOf = async (hall: Hall, query: string): Promise<string[]> =>
  (await hall.stranger.get(`/bodies?${query}`)).body.items.map((body: { name: string }) => body.name)

test('bodies are found by place, by part of the name and by duty', async (t) => {
  const hall = await aTownOfBodies(t)
  expect(await namesOf(hall, `division=${places.city}`)).toEqual(['杭州市公安局', '上城区公安分局', '上城区100%审批局', '清波街道办事处'])
  expect(await namesOf(hall, `division=${places.county}&q=公安`)).toEqual(['上城区公安分局'])
  expect(await namesOf(hall, 'duty=administration')).toEqual(['上城区100%审批局'])
  expect(await namesOf(hall, 'division=000000')).toHaveLength(5)
  expect(await namesOf(hall, `division=${places.otherProvince}`)).toEqual([])
})

test('signs in the question are text, not patterns', async (t) => {
  const hall = await aTownOfBodies(t)
  expect(await namesOf(hall, `q=${encodeURIComponent('%')}`)).toEqual(['上城区100%审批局'])
  expect(await namesOf(hall, 'q=_')).toEqual([])
  expect(await namesOf(hall, `q=${encodeURIComponent("'; drop table")}`)).toEqual([])
})

test('pages follow one another without gap or repetition, and a false page marker is refused', async (t) => {
  const hall = await aTownOfBodies(t)
  const first = await hall.stranger.get('/bodies?limit=2')
  const second = await hall.stranger.get(`/bodies?limit=2&after=${first.body.next}`)
  const third = await hall.stranger.get(`/bodies?limit=2&after=${second.body.next}`)
  const seen = [first, second, third].flatMap((page) => page.body.items.map((body: { code: string }) => body.code))
  expect(new Set(seen).size).toBe(5)
  expect(third.body.next).toBeUndefined()
  expect((await hall.stranger.get('/bodies?after=abc')).body.type).toBe('page.cursorInvalid')
})

test('abolished bodies are shown only when asked for', async (t) => {
  const hall = await aTownOfBodies(t)
  await hall.act((act) => retireBody(act, code(2), {}))
  expect(await namesOf(hall, `division=${places.county}&q=公安`)).toEqual([])
  expect(await namesOf(hall, `division=${places.county}&q=公安&retired=true`)).toEqual(['上城区公安分局'])
})
