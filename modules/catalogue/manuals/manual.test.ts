import { organisation } from '@yiwang/organisation'
import { homeBody } from '@yiwang/organisation/testing'
import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import type { ManualContent } from '../contract.ts'
import { manualFor } from '../demo/manual-for.ts'
import { approve, catalogue, changeDraft, findManualFor, publish, reviseImplementation, submitForApproval } from '../index.ts'
import { aPublishedImplementation, reviewOf, soundElements } from '../testing.ts'
import { checkManual } from './check-manual.ts'

const modules = [organisation, catalogue]
const writer = aClerk(['catalogue.writeManual', 'catalogue.lookManual'], { body: homeBody })

test('R4-077 R4-078 R4-097 a manual has its eleven parts; what the item says of itself is taken from it', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const path = `/implementations/${item.implementationCode}/manual`
  expect((await hall.as(writer).get(path)).body.type).toBe('manual.notFound')
  expect((await hall.as(writer).put(path, manualFor(item))).body).toMatchObject({ version: 1, behind: false })
  const { body } = await hall.as(writer).get(path)
  const parts = ['basics', 'staff', 'posts', 'application', 'acceptance', 'examination', 'decision', 'production', 'publicity', 'fees', 'consultation'] // prettier-ignore
  for (const part of parts) expect(body).toHaveProperty(part)
  expect(body.basics).toMatchObject({ name: item.name, implementingCode: item.implementingCode, bodyName: item.bodyName })
  expect(Object.keys(body.basics)).toHaveLength(10)
  expect(body.fees).toMatchObject({ charged: false, words: '本事项不收费' })
  const forged = { ...manualFor(item), basics: { name: '别的名字' } }
  expect((await hall.as(writer).put(path, forged)).status).toBe(400)
})

test('R4-125 after a change of the item the manual is marked as behind, until its next version', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const { implementationCode: code } = item
  const path = `/implementations/${code}/manual`
  await hall.as(writer).put(path, manualFor(item))
  await hall.act(async (act) => {
    await reviseImplementation(act, code, { reason: '压缩时限' })
    await changeDraft(act, code, { committedLimit: { value: 5, unit: 'workday' } })
    await submitForApproval(act, code)
    const keeper = { ...act, by: { ...act.by, id: 'keeper' } }
    await approve(keeper, code, reviewOf(soundElements.materials))
    await publish(keeper, code)
  })
  expect((await hall.as(writer).get(path)).body).toMatchObject({ behind: true, basics: { committedLimit: { value: 5 } } })
  expect((await hall.as(writer).put(path, manualFor(item))).body).toMatchObject({ version: 2, behind: false })
  const pinned = await hall.act((act) => findManualFor(act.tx, item.revisionId))
  expect(pinned?.basics.committedLimit).toMatchObject({ value: 8 })
})

test('R4-077 nobody outside sees a manual, nor a clerk of another body', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const path = `/implementations/${item.implementationCode}/manual`
  await hall.as(writer).put(path, manualFor(item))
  expect((await hall.stranger.get(path)).status).toBe(401)
  expect((await hall.as(aUser()).get(path)).status).toBe(403)
  const other = aClerk(['catalogue.writeManual', 'catalogue.lookManual'], { body: '113700000045046442' })
  expect((await hall.as(other).get(path)).status).toBe(404)
  expect((await hall.as(other).put(path, manualFor(item))).status).toBe(404)
})

const item = { ...soundElements, implementationCode: '', name: '', bodyName: '', implementingCode: '' }
const whole = manualFor(item as never)
const wrong = (over: Partial<ManualContent>) => checkManual({ ...whole, ...over }, item).map(({ code }) => code)
const methods = (...names: ManualContent['examination']['methods'][number]['method'][]) => ({
  examination: { ...whole.examination, methods: names.map((method) => ({ method, demand: '按规定' })) },
})

test('a whole manual has nothing to be said about', () => {
  expect(checkManual(whole, item)).toEqual([])
})

test.each<[string, Partial<ManualContent>, string]>([
  ['R4-080 no decider', { posts: whole.posts.filter(({ role }) => role !== 'decider') }, 'roleMissing'],
  ['R4-081 a step without a post', { posts: whole.posts.filter(({ step }) => step !== 'examination') }, 'stepWithoutPost'],
  ['R4-084 another method without its basis', methods('written', 'other'), 'basisMissing'],
  [
    'R4-090 a site visit decided by the examiner',
    { ...methods('written', 'siteVisit'), decision: { by: 'examiner', points: [] } },
    'deciderNeeded',
  ],
  [
    'R4-091 a collective examination decided by the accepter',
    { ...methods('collective'), decision: { by: 'accepter', points: [] } },
    'deciderNeeded',
  ],
  ['a material without points', { examination: { ...whole.examination, points: [] } }, 'pointsMissing'],
  [
    'R4-081 posts slower than the promise',
    { posts: whole.posts.map((post) => ({ ...post, limit: { value: 9, unit: 'workday' as const } })) },
    'longerThanCommitted',
  ],
])('%s is found', (_, over, code) => {
  expect(wrong(over)).toContain(code)
})

test('inspection alone the examiner may decide on', () => {
  expect(wrong({ ...methods('written', 'inspection'), decision: { by: 'examiner', points: [] } })).not.toContain('deciderNeeded')
})

test('R4-080 R4-081 R4-084 a manual is published with a person in each role it needs, a post for each step in time, and the ways of examination with their ground', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const content = manualFor(item)
  const put = async (over: Partial<ManualContent>) =>
    (await hall.as(writer).put(`/implementations/${item.implementationCode}/manual`, { ...content, ...over })).body
  const found = async (over: Partial<ManualContent>) => (await put(over)).findings?.map(({ code }: { code: string }) => code)
  expect(await found({ posts: content.posts.filter(({ role }) => role !== 'decider') })).toContain('roleMissing')
  expect(await found({ posts: content.posts.filter(({ step }) => step !== 'examination') })).toContain('stepWithoutPost')
  const { duty: _, ...withoutDuty } = content.posts[0] ?? { duty: '' }
  expect((await put({ posts: [withoutDuty as never] })).type).toBe('request.invalid')
  const slow = content.posts.map((post) => ({ ...post, limit: { value: 9, unit: 'workday' as const } }))
  expect(checkManual({ ...content, posts: slow }, item).map(({ code }) => code)).toContain('longerThanCommitted')
  const ways = (...chosen: ManualContent['examination']['methods']) => ({ examination: { ...content.examination, methods: chosen } })
  expect((await put(ways())).type).toBe('request.invalid')
  expect(await found(ways({ method: 'other', demand: '按规定' }))).toContain('basisMissing')
  expect((await put(ways({ method: 'written', demand: '按规定' }, { method: 'guesswork' as never, demand: '按规定' }))).type).toBe(
    'request.invalid',
  )
  const alone = content.posts.map((post) => ({ ...post, staff: ['A0001'] }))
  const both = ways({ method: 'written', demand: '核对材料' }, { method: 'siteVisit', demand: '两人到场' })
  expect(await put({ ...both, posts: alone })).toMatchObject({ version: 1, behind: false })
})
