import { anAcceptedCase } from '@yiwang/cases/testing'
import { retireBody } from '@yiwang/organisation'
import { aClerk } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { aCompletedCase, openRatings } from './rating-hall.testing.ts'

const bad = { score: 1, tags: ['overdue'], comment: '超过承诺时限十天，没有任何说明。' }
const answer = { category: 'time', verdict: 'justified', answer: '经核实超时，已道歉并整改。', calledBack: true }

test('R5A-235 a completed case is rated once, by whose it is and by nobody else', async (t) => {
  const office = await openRatings(t, { connections: 4 })
  const { hall } = office
  const caseNumber = await aCompletedCase(office)
  const path = `/my/cases/${caseNumber}/rating`
  expect((await hall.stranger.post(path, { score: 5 })).status).toBe(401)
  expect((await hall.as(office.clerk).post(path, { score: 5 })).status).toBe(403)
  expect((await hall.as(office.otherPerson).post(path, { score: 5 })).body.type).toBe('rating.caseNotFound')
  expect((await hall.as(office.person).get(path)).body.type).toBe('rating.notFound')
  const both = await Promise.all([4, 5].map((score) => hall.as(office.person).post(path, { score, tags: ['onTime'] })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)?.body.type).toBe('rating.alreadyRated')
  expect((await hall.as(office.person).get(path)).body).toMatchObject({ caseNumber, tags: ['onTime'] })
  expect((await hall.as(office.otherPerson).get(path)).body.type).toBe('rating.notFound')
  const told = (await hall.published()).filter(({ name }) => name === 'case.rated')
  expect(told).toMatchObject([{ body: { caseNumber, bad: false, bodyCode: office.clerk.body, channel: 'portal' } }])
})

test('a case is not rated before it is completed', async (t) => {
  const office = await openRatings(t)
  const caseNumber = await anAcceptedCase(office, await office.item())
  expect((await office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, { score: 5 })).body.type).toBe('rating.tooEarly')
  expect((await office.hall.published()).map(({ name }) => name)).not.toContain('case.rated')
})

test('R5A-237 R5A-238 there are five levels; the two lowest say what was wrong, the others need not', async (t) => {
  const office = await openRatings(t)
  const caseNumber = await aCompletedCase(office)
  const send = (body: unknown) => office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, body)
  for (const score of [0, 6, 3.5, '5']) expect([score, (await send({ score })).status]).toEqual([score, 400])
  for (const score of [1, 2]) expect((await send({ score })).body.type).toBe('rating.commentMissing')
  expect((await send({ score: 1, comment: '   ' })).status).toBe(400)
  expect((await send({ score: 1, comment: '字'.repeat(501) })).status).toBe(400)
  expect((await send({ ...bad, tags: ['onTime'] })).body).toMatchObject({ type: 'rating.tagsDoNotFit', tags: ['onTime'] })
  expect((await send({ score: 5, tags: ['overdue'] })).body.type).toBe('rating.tagsDoNotFit')
  expect((await send({ score: 3, tags: ['madeUp'] })).status).toBe(400)
  expect(await send({ score: 3 })).toMatchObject({ status: 201, body: { score: 3 } })
  expect((await office.hall.as(office.clerk).get('/bad-ratings')).body.items).toEqual([])
})

test('R4-026 R5A-234 R5A-239 a bad rating opens work for the body, is sorted, given on, answered, and its author sees what came of it', async (t) => {
  const office = await openRatings(t)
  const { hall } = office
  const caseNumber = await aCompletedCase(office)
  expect((await hall.stranger.post(`/my/cases/${caseNumber}/rating`, bad)).status).toBe(401)
  await hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, bad)
  const desk = hall.as(office.clerk)
  expect((await desk.get('/bad-ratings')).body.items).toMatchObject([
    { caseNumber, score: 1, comment: bad.comment, state: 'open', dueOn: '2026-03-23', overdue: false, bodyCode: office.clerk.body },
  ])
  expect((await hall.as(office.otherClerk).get('/bad-ratings')).body.items).toEqual([])
  const { category: _, ...unsorted } = answer
  expect((await desk.post(`/bad-ratings/${caseNumber}/answer`, unsorted)).body.type).toBe('rating.categoryMissing')
  expect((await desk.post(`/bad-ratings/${caseNumber}/assignment`, { bodyCode: office.otherClerk.body })).status).toBe(400)
  const given = { category: 'time', bodyCode: office.otherClerk.body }
  expect((await desk.post(`/bad-ratings/${caseNumber}/assignment`, given)).body).toMatchObject({ state: 'assigned', category: 'time' })
  expect((await desk.post(`/bad-ratings/${caseNumber}/answer`, answer)).status).toBe(404)
  const answered = await hall.as(office.otherClerk).post(`/bad-ratings/${caseNumber}/answer`, unsorted)
  expect(answered.body).toMatchObject({ state: 'answered', category: 'time', verdict: 'justified', calledBack: true })
  expect((await hall.as(office.otherClerk).post(`/bad-ratings/${caseNumber}/answer`, answer)).body.type).toBe('rating.notLawful')
  expect((await hall.as(office.otherClerk).post(`/bad-ratings/${caseNumber}/assignment`, given)).body.type).toBe('rating.notLawful')
  const seen = await hall.as(office.person).get(`/my/cases/${caseNumber}/rating`)
  expect(seen.body.followUp).toMatchObject({ state: 'answered', answer: answer.answer })
  const { body } = await hall.as(office.person).get('/my/messages')
  expect(JSON.stringify(body.items)).toContain(answer.answer)
})

test('strangers, users and clerks of another body do nothing with a bad rating', async (t) => {
  const office = await openRatings(t)
  const caseNumber = await aCompletedCase(office)
  await office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, bad)
  const assignment = { category: 'time', bodyCode: office.otherClerk.body }
  for (const [step, body] of [
    ['assignment', assignment],
    ['answer', answer],
  ] as const) {
    const path = `/bad-ratings/${caseNumber}/${step}`
    expect([step, (await office.hall.as(office.otherClerk).post(path, body)).body.type]).toEqual([step, 'rating.notFound'])
    expect([step, (await office.hall.as(office.person).post(path, body)).status]).toEqual([step, 403])
    expect([step, (await office.hall.as(aClerk([])).post(path, body)).status]).toEqual([step, 403])
    expect([step, (await office.hall.stranger.post(path, body)).status]).toEqual([step, 401])
  }
  expect((await office.hall.stranger.get('/bad-ratings')).status).toBe(401)
  expect((await office.hall.as(office.clerk).get('/bad-ratings')).body.items).toMatchObject([{ state: 'open' }])
})

test('a bad rating of a body that was retired since is still answered', async (t) => {
  const office = await openRatings(t)
  const { hall, clerk, otherClerk } = office
  const caseNumber = await aCompletedCase(office)
  await hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, bad)
  await hall.act((act) => retireBody(act, clerk.body ?? '', { successor: otherClerk.body ?? '' }))
  expect((await hall.as(clerk).post(`/bad-ratings/${caseNumber}/answer`, answer)).body).toMatchObject({ state: 'answered' })
  expect((await hall.published()).at(-1)).toMatchObject({
    name: 'rating.answered',
    body: { bodyCode: clerk.body, division: clerk.division },
  })
})

test('of two answers at once one counts', async (t) => {
  const office = await openRatings(t, { connections: 4 })
  const caseNumber = await aCompletedCase(office)
  await office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, bad)
  const desk = office.hall.as(office.clerk)
  const both = await Promise.all([1, 2].map(() => desk.post(`/bad-ratings/${caseNumber}/answer`, answer)))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await office.hall.published()).filter(({ name }) => name === 'rating.answered')).toHaveLength(1)
})

test('past its last day an unanswered bad rating is overdue and can be listed', async (t) => {
  const office = await openRatings(t)
  const caseNumber = await aCompletedCase(office)
  await office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, bad)
  const desk = office.hall.as(office.clerk)
  office.hall.clock.set('2026-03-23T18:00:00+08:00')
  expect((await desk.get('/bad-ratings?overdue=true')).body.items).toEqual([])
  office.hall.clock.set('2026-03-24T00:01:00+08:00')
  expect((await desk.get('/bad-ratings?overdue=true')).body.items).toMatchObject([{ caseNumber, overdue: true }])
  await desk.post(`/bad-ratings/${caseNumber}/answer`, answer)
  expect((await desk.get('/bad-ratings?overdue=true')).body.items).toEqual([])
  expect((await office.hall.published()).at(-1)).toMatchObject({ name: 'rating.answered', body: { overdue: true } })
})

test('R5A-237 everybody sees how an item is rated, in counts only; the words are neither published nor readable in the database', async (t) => {
  const office = await openRatings(t)
  const item = await office.item()
  const scores = [{ score: 5, tags: ['onTime', 'clearGuide'], comment: '办得很快' }, { score: 4, tags: ['onTime'] }, bad]
  for (const body of scores) {
    office.hall.clock.advance(1000)
    const caseNumber = await aCompletedCase(office, item)
    expect((await office.hall.as(office.person).post(`/my/cases/${caseNumber}/rating`, body)).status).toBe(201)
  }
  const { body } = await office.hall.stranger.get(`/items/${item.implementationCode}/ratings`)
  expect(body).toEqual({
    implementationCode: item.implementationCode,
    count: 3,
    average: 3.33,
    scores: [5, 4, 3, 2, 1].map((score) => ({ score, count: [5, 4, 1].includes(score) ? 1 : 0 })),
    tags: [
      { tag: 'onTime', count: 2 },
      { tag: 'clearGuide', count: 1 },
      { tag: 'overdue', count: 1 },
    ],
  })
  expect((await office.hall.stranger.get('/items/unknown/ratings')).body).toMatchObject({ count: 0, tags: [] })
  const rows = await office.hall.act(({ tx }) => tx.selectFrom('interaction.rating').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain('超过承诺')
})
