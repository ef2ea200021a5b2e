/** What the tests of the handling side share: the people of a body, the acts as they are sent, and cases brought to where a test begins. */
import type { Actor } from '@yiwang/kernel'
import { expect } from 'vitest'
import { soundElements, type ItemOver } from '@yiwang/catalogue/testing'
import { handlingPermissions } from './handling-permissions.ts'
import { permissions } from './permissions.ts'
import { openCases, type CaseHall, type CaseHallOptions } from './testing.ts'

/** Everything that is held by grant. */
export const allPermissions = [
  ...Object.entries(permissions).flatMap(([code, one]) => ('heldBy' in one ? [] : [code])),
  ...Object.keys(handlingPermissions),
]

export function openOffice(t: Parameters<typeof openCases>[0], options: CaseHallOptions = {}): Promise<CaseHall> {
  return openCases(t, { permissions: allPermissions, ...options })
}

/** Two people of the clerk's body, one with each role of the flow. */
export function people({ clerk }: CaseHall): { examiner: Actor; decider: Actor } {
  return { examiner: { ...clerk, id: 'examiner-1', roles: ['examiner'] }, decider: { ...clerk, id: 'decider-1', roles: ['decider'] } }
}

export const view = async (office: CaseHall, caseNumber: string) => (await office.hall.as(office.clerk).get(`/cases/${caseNumber}`)).body

export const send = (office: CaseHall, by: Actor, caseNumber: string, path: string, body?: unknown) =>
  office.hall.as(by).post(`/cases/${caseNumber}/${path}`, body)

/** For what goes before the thing a test is about. */
export async function must(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
}

export async function doTask(office: CaseHall, by: Actor, caseNumber: string, outcome?: string) {
  const [task] = (await view(office, caseNumber)).tasks
  return send(office, by, caseNumber, `tasks/${task.id}/completion`, { opinion: '材料属实', ...(outcome ? { outcome } : {}) })
}

/** Through the whole flow, to where the decision is lawful. */
export async function examined(office: CaseHall, caseNumber: string, outcome = 'approve'): Promise<void> {
  const { examiner, decider } = people(office)
  await must(doTask(office, examiner, caseNumber, 'agree'))
  await must(doTask(office, decider, caseNumber, outcome))
}

export const granted = { decision: 'approved', reasons: '符合法定条件，准予许可。' }

export async function decided(office: CaseHall, caseNumber: string): Promise<void> {
  await examined(office, caseNumber)
  await must(send(office, people(office).decider, caseNumber, 'decision', granted))
}

export async function completed(office: CaseHall, caseNumber: string): Promise<void> {
  await decided(office, caseNumber)
  await must(send(office, office.clerk, caseNumber, 'completion'))
}

const { licenceType: _, ...result } = soundElements.result
/** An item whose result is the decision itself; one with a licence has a story of its own. */
export const paperOnly: ItemOver = { result: { ...result, name: '准予决定书', kind: 'approval' } }

export const told = async (office: CaseHall, name?: string) =>
  (await office.hall.published()).filter((event) => name === undefined || event.name === name).map((event) => event.name)
