import { suspendItem } from '@yiwang/catalogue'
import { aUser } from '@yiwang/testing'
import { expect, test, type TestContext } from 'vitest'
import { aWholeApplication, openCases, type CaseHall } from './testing.ts'

const missing = '01890a5d-ac96-774b-bcce-b302099a8057'

async function aDraft(t: TestContext): Promise<CaseHall & { id: string; implementationCode: string }> {
  const office = await openCases(t)
  const { implementationCode } = await office.item()
  const { body } = await office.hall.as(office.person).post('/drafts', { implementationCode })
  return { ...office, id: body.id, implementationCode }
}

test('R5A-131 what the personal space knows stands in the form already', async (t) => {
  const { hall, person, id, implementationCode } = await aDraft(t)
  const draft = await hall.as(person).get(`/drafts/${id}`)
  expect(draft).toMatchObject({
    status: 200,
    body: { implementationCode, form: { name: '张测试' }, answers: {}, materials: [], delivery: null },
  })
  expect(draft.body.form.idNumber).toMatch(/^\d{17}[\dX]$/)
  expect(draft.body.form).not.toHaveProperty('place')
})

test('a draft keeps what was typed, right or not, and can be left and taken up again', async (t) => {
  const { hall, person, id } = await aDraft(t)
  const typed = { answers: {}, form: { place: '' }, materials: [] }
  expect((await hall.as(person).put(`/drafts/${id}`, typed)).status).toBe(200)
  expect((await hall.as(person).get('/drafts')).body.items).toMatchObject([{ id, form: { place: '' } }])
  expect(await hall.published()).not.toContainEqual(expect.objectContaining({ name: 'case.submitted' }))
})

test('R5A-129 a stranger is led to sign in, an account that was not checked to the identity check', async (t) => {
  const office = await openCases(t)
  const { implementationCode } = await office.item()
  expect(await office.hall.stranger.post('/drafts', { implementationCode })).toMatchObject({
    status: 401,
    body: { type: 'request.signInNeeded' },
  })
  const unchecked = office.hall.as(aUser(office.person.id, { level: 0 }))
  expect(await unchecked.post('/drafts', { implementationCode })).toMatchObject({
    status: 403,
    body: { type: 'request.levelTooLow', level: 1 },
  })
  expect((await office.hall.as(office.clerk).post('/drafts', { implementationCode })).status).toBe(403)
  expect((await office.hall.as(office.person).get('/drafts')).body.items).toEqual([])
})

test('a draft is as if it were not there for everybody else', async (t) => {
  const { hall, person, otherPerson, clerk, id } = await aDraft(t)
  const input = { answers: {}, form: {}, materials: [] }
  for (const answer of [
    await hall.as(otherPerson).get(`/drafts/${id}`),
    await hall.as(otherPerson).put(`/drafts/${id}`, input),
    await hall.as(otherPerson).delete(`/drafts/${id}`),
    await hall.as(otherPerson).post(`/drafts/${id}/submission`),
    await hall.as(person).get(`/drafts/${missing}`),
  ])
    expect(answer).toMatchObject({ status: 404, body: { type: 'case.draftNotFound' } })
  for (const answer of [await hall.as(clerk).get(`/drafts/${id}`), await hall.as(clerk).delete(`/drafts/${id}`)])
    expect(answer.status).toBe(403)
  for (const answer of [await hall.stranger.get(`/drafts/${id}`), await hall.stranger.get('/drafts')]) expect(answer.status).toBe(401)
  expect((await hall.as(otherPerson).get('/drafts')).body.items).toEqual([])
  expect((await hall.as(person).get(`/drafts/${id}`)).status).toBe(200)
})

test('discarding leaves nothing', async (t) => {
  const { hall, person, id } = await aDraft(t)
  expect((await hall.as(person).delete(`/drafts/${id}`)).status).toBe(204)
  expect((await hall.as(person).delete(`/drafts/${id}`)).status).toBe(404)
  expect((await hall.as(person).get('/drafts')).body.items).toEqual([])
})

test('R5A-130 what is for the counter only, suspended or not known cannot be applied for online', async (t) => {
  const office = await openCases(t)
  const counterOnly = await office.item({ handlingForms: ['counter'] })
  const start = (implementationCode: string) => office.hall.as(office.person).post('/drafts', { implementationCode })
  expect(await start(counterOnly.implementationCode)).toMatchObject({ status: 409, body: { type: 'case.notOnline' } })
  expect((await start('X'.repeat(34))).status).toBe(404)
  expect((await start('not a code')).status).toBe(400)
  const forCompanies = await office.item({ audiences: ['organisation'], themes: ['C02'] })
  expect(await start(forCompanies.implementationCode)).toMatchObject({ status: 409, body: { type: 'case.notForApplicant' } })
  const suspended = await office.item()
  await office.hall.act((act) => suspendItem(act, suspended.implementationCode, { reason: '系统维护' }))
  expect(await start(suspended.implementationCode)).toMatchObject({ status: 409, body: { type: 'item.suspended' } })
  const demanding = await office.item({ realNameLevel: 3 })
  expect(await start(demanding.implementationCode)).toMatchObject({ status: 403, body: { type: 'case.levelTooLow', level: 3 } })
  expect((await office.hall.as(office.person).get('/drafts')).body.items).toEqual([])
})

test('text the database could not keep and forms of absurd size are refused before anything is saved', async (t) => {
  const { hall, person, id } = await aDraft(t)
  const save = (form: unknown) => hall.as(person).put(`/drafts/${id}`, { answers: {}, form, materials: [] })
  expect(await save({ place: 'a\u0000b' })).toMatchObject({ status: 422, body: { type: 'case.textNotAllowed' } })
  expect(await save({ place: 'half \ud800' })).toMatchObject({ status: 422, body: { type: 'case.textNotAllowed' } })
  expect(await save({ 'a\u0000': 1 })).toMatchObject({ status: 422, body: { type: 'case.textNotAllowed' } })
  expect(await save({ place: 'x'.repeat(300_000) })).toMatchObject({ status: 413, body: { type: 'case.formTooLarge' } })
  expect((await save({ place: `\\u0000 '; drop table cases.draft; -- <script>alert(1)</script> 😀` })).status).toBe(200)
  expect((await hall.as(person).get(`/drafts/${id}`)).body.form.place).toContain('drop table')
})

test('an unknown field, a wrong delivery or a file id that is none are refused by field', async (t) => {
  const { hall, person, id } = await aDraft(t)
  const save = (body: unknown) => hall.as(person).put(`/drafts/${id}`, body)
  const good = { answers: {}, form: {}, materials: [] }
  expect(await save({ ...good, state: 'accepted' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/state' }] } })
  expect((await save({ ...good, delivery: { method: 'pigeon' } })).status).toBe(400)
  expect((await save({ ...good, materials: [{ code: 'lease', source: 'upload', fileId: '1; drop' }] })).status).toBe(400)
  expect((await save({ ...good, answers: { a: { b: 1 } } })).status).toBe(400)
})

test('used drafts go after a week, untouched ones after half a year, fresh ones stay', async (t) => {
  const office = await aDraft(t)
  const { hall, person, id } = office
  const { body: draft } = await hall.as(person).get(`/drafts/${id}`)
  await hall.as(person).put(`/drafts/${id}`, await aWholeApplication(office, person, { form: { ...draft.form, place: '样例路1号' } }))
  expect((await hall.as(person).post(`/drafts/${id}/submission`)).status).toBe(201)
  const { body: fresh } = await hall.as(person).post('/drafts', { implementationCode: office.implementationCode })
  hall.clock.advance(8 * 86_400_000)
  await hall.runJob('cases.forgetDrafts')
  expect(await hall.as(person).post(`/drafts/${id}/submission`)).toMatchObject({ status: 404 })
  expect((await hall.as(person).get(`/drafts/${fresh.id}`)).status).toBe(200)
  hall.clock.advance(184 * 86_400_000)
  await hall.runJob('cases.forgetDrafts')
  expect((await hall.as(person).get(`/drafts/${fresh.id}`)).status).toBe(404)
})
