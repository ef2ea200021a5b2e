import { expect, test } from 'vitest'
import { aSubmittedCase, openCases } from './testing.ts'

test('acceptance starts the clock and issues the sealed notice', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const caseNumber = await aSubmittedCase(office, item)
  const answer = await office.hall.as(office.clerk).post(`/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] })
  expect(answer).toMatchObject({ status: 200, body: { caseNumber, state: 'accepted', committedDue: '2026-03-09' } })
  expect((await office.hall.published()).map(({ name }) => name)).toContain('case.accepted')
})
