/** What the tests of this module stand on: a completed case of a person, at a body whose clerk may do everything. */
import { cases } from '@yiwang/cases'
import { anAcceptedCase, openCases, type CaseHall, type CaseHallOptions } from '@yiwang/cases/testing'
import type { Permissions } from '@yiwang/kernel'
import { interaction } from './index.ts'

const grantable = (permissions: Permissions = {}) => Object.entries(permissions).flatMap(([code, one]) => (one.heldBy ? [] : [code]))
const held = [...grantable(cases.permissions), ...grantable(interaction.permissions)]

export const openRatings = (t: Parameters<typeof openCases>[0], options: CaseHallOptions = {}) =>
  openCases(t, { permissions: held, more: [interaction], ...options })

async function ok(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(JSON.stringify(body))
}

/** Through the requests of those who handle it; denied, so that no licence has to be made first. */
export async function aCompletedCase(office: CaseHall, item?: Awaited<ReturnType<CaseHall['item']>>): Promise<string> {
  const caseNumber = await anAcceptedCase(office, item ?? (await office.item()))
  const [examiner, decider] = ['examiner', 'decider'].map((role) => office.hall.as({ ...office.clerk, id: `${role}-1`, roles: [role] }))
  const steps = [
    [examiner, 'agree'],
    [decider, 'deny'],
  ] as const
  for (const [by, outcome] of steps) {
    const { body } = await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)
    const done = by?.post(`/cases/${caseNumber}/tasks/${body.tasks[0].id}/completion`, { opinion: '材料属实', outcome })
    if (done) await ok(done)
  }
  if (decider) await ok(decider.post(`/cases/${caseNumber}/decision`, { decision: 'denied', reasons: '经营场所不符合要求。' }))
  await ok(office.hall.as(office.clerk).post(`/cases/${caseNumber}/completion`))
  return caseNumber
}
