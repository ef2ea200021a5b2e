import { expect, test } from 'vitest'
import { aSubmittedCase, anAcceptedCase, openCases } from './testing.ts'

test('the overview counts what is open by stage, late and due soon, and by the day it is due; what has ended is not in it', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  await anAcceptedCase(office, item)
  office.hall.clock.set('2026-03-06T09:00:00+08:00')
  await anAcceptedCase(office, item)
  office.hall.clock.set('2026-03-11T09:00:00+08:00')
  await aSubmittedCase(office, item)
  const ended = await aSubmittedCase(office, item)
  await office.hall.as(office.person).post(`/my/cases/${ended}/withdrawal`, {})
  const { status, body } = await office.hall.as(office.clerk).get('/cases/overview')
  expect(status).toBe(200)
  expect(body.stages).toHaveLength(2)
  expect(body.stages).toContainEqual({ state: 'accepted', count: 2, late: 1, near: 1 })
  expect(body.stages).toContainEqual({ state: 'submitted', count: 1, late: 0, near: 0 })
  const { items } = (await office.hall.as(office.clerk).get('/cases')).body
  const ahead = items.map(({ nextDue }: { nextDue: string }) => nextDue).filter((day: string) => day >= '2026-03-11')
  expect(body.due).toEqual(ahead.map((day: string) => ({ day, count: 1 })))
  expect(body.more).toBe(false)
})

test('the overview reaches as far as the grant; a stranger and an applicant get nothing', async (t) => {
  const office = await openCases(t)
  await aSubmittedCase(office, await office.item())
  const elsewhere = { ...office.clerk, grants: [{ permission: 'cases.look', divisions: ['3302'] }] }
  expect((await office.hall.as(elsewhere).get('/cases/overview')).body).toEqual({ stages: [], due: [], more: false })
  expect((await office.hall.as(office.person).get('/cases/overview')).status).toBe(403)
  expect((await office.hall.stranger.get('/cases/overview')).status).toBe(401)
})
