import { expect, test } from 'vitest'
import { aSubmittedCase, aWholeApplication, openCases } from './testing.ts'

/** Statements at the driver, begin and commit among them. A budget that has to grow is a decision, not an accident. */
test('acts and looks of the application side keep to their budgets of statements, however many cases there are', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const [person, clerk] = [office.hall.as(office.person), office.hall.as(office.clerk)]
  const [first, second, third] = [
    await aSubmittedCase(office, item),
    await aSubmittedCase(office, item),
    await aSubmittedCase(office, item),
  ]
  const { body: draft } = await person.post('/drafts', { implementationCode: item.implementationCode })
  const whole = await aWholeApplication(office)
  await person.put(`/drafts/${draft.id}`, { ...whole, form: { ...draft.form, ...whole.form } })
  const lease = { code: 'lease', source: 'upload', fileId: await office.aFile(office.person) }
  const spent: Record<string, number> = {}
  const spend = async (name: string, run: () => Promise<{ status: number }>) => {
    spent[name] = await office.hall.queriesOf(async () => expect((await run()).status).toBeLessThan(300))
  }
  await spend('submit', () => person.post(`/drafts/${draft.id}/submission`))
  await spend('accept', () => clerk.post(`/cases/${first}/acceptance`, { originalsSeen: [], deferred: [] }))
  await spend('requestCorrection', () => clerk.post(`/cases/${second}/correction-request`, { items: [{ code: 'lease', what: '补' }] }))
  await spend('resubmit', () => person.post(`/my/cases/${second}/correction`, { materials: [lease] }))
  await spend('refuse', () => clerk.post(`/cases/${second}/refusal`, { reason: '不符' }))
  await spend('withdraw', () => person.post(`/my/cases/${third}/withdrawal`, {}))
  await spend('listMyCases', () => person.get('/my/cases'))
  await spend('listCases', () => clerk.get('/cases'))
  await spend('viewCase', () => clerk.get(`/cases/${first}`))
  await spend('progress', () => office.hall.stranger.get(`/progress/${first}`))
  const budgets = {
    submit: 20,
    accept: 20,
    requestCorrection: 17,
    resubmit: 17,
    refuse: 13,
    withdraw: 11,
    listMyCases: 2,
    listCases: 2,
    viewCase: 16,
    progress: 1,
  }
  for (const [name, most] of Object.entries(budgets)) expect(spent[name], `${name}: ${JSON.stringify(spent)}`).toBeLessThanOrEqual(most)
})
