import { newId, type Act, type Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { LegalDay } from '@yiwang/standards'
import type { State as FlowState } from '@yiwang/workflow'
import type { CaseRecord } from './case-store.ts'

export interface RunningFlow {
  key: string
  version: number
  state: FlowState
  passed: string[]
  ended: boolean
}

export async function insertFlow(act: Act, caseNumber: string, flow: RunningFlow): Promise<void> {
  await act.tx
    .insertInto('cases.flow')
    .values({
      case_number: caseNumber,
      flow_key: flow.key,
      flow_version: flow.version,
      state: JSON.stringify(flow.state),
      passed: flow.passed,
      ended_at: flow.ended ? act.now : null,
    })
    .execute()
}

/** The flow of a case, if its item has one; the case itself is locked by whoever changes it. */
export async function findFlow(tx: Tx, caseNumber: string): Promise<RunningFlow | undefined> {
  const row = await tx.selectFrom('cases.flow').selectAll().where('case_number', '=', caseNumber).executeTakeFirst()
  if (!row) return undefined
  return { key: row.flow_key, version: row.flow_version, state: row.state as FlowState, passed: row.passed, ended: row.ended_at !== null }
}

export async function saveFlow(act: Act, caseNumber: string, flow: RunningFlow): Promise<void> {
  await act.tx
    .updateTable('cases.flow')
    .set({ state: JSON.stringify(flow.state), passed: flow.passed, ended_at: flow.ended ? act.now : null })
    .where('case_number', '=', caseNumber)
    .execute()
}

export interface NewTask {
  taskId: string
  elementId: string
  name: string
  roles: readonly string[]
  notDoneBy: readonly string[]
  bodyCode: string
  division: string
  dueOn?: LegalDay
}

export async function insertTasks(act: Act, caseNumber: string, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  await act.tx
    .insertInto('cases.flow_task')
    .values(
      tasks.map((task) => ({
        id: newId(),
        case_number: caseNumber,
        task_id: task.taskId,
        element_id: task.elementId,
        name: task.name,
        roles: [...task.roles],
        not_done_by: [...task.notDoneBy],
        body_code: task.bodyCode,
        division: task.division,
        opened_at: act.now,
        due_on: task.dueOn ?? null,
      })),
    )
    .execute()
}

/** Closes tasks by their number in the flow's own state. */
export async function closeTasks(act: Act, caseNumber: string, closed: readonly { id: string; how: string }[]): Promise<void> {
  for (const { id, how } of closed) {
    await act.tx
      .updateTable('cases.flow_task')
      .set({ closed_at: act.now, closed_as: how, closed_by: how === 'completed' ? act.by.id : null })
      .where('case_number', '=', caseNumber)
      .where('task_id', '=', id)
      .where('closed_at', 'is', null)
      .execute()
  }
}

/** Nothing in the flow stays open: tasks, timers, special procedures, requests to the head. */
export async function closeEverything(act: Act, { caseNumber }: CaseRecord, today: LegalDay): Promise<void> {
  const { tx, now, by } = act
  const open = { closed_at: now, closed_as: 'cancelled' }
  await tx.updateTable('cases.flow_task').set(open).where('case_number', '=', caseNumber).where('closed_at', 'is', null).execute()
  await tx.deleteFrom('cases.flow_timer').where('case_number', '=', caseNumber).execute()
  await tx.updateTable('cases.flow').set({ ended_at: now }).where('case_number', '=', caseNumber).where('ended_at', 'is', null).execute()
  await tx
    .updateTable('cases.special_procedure')
    .set({ ended_on: today, ended_by: by.id, result: '办件终止' })
    .where('case_number', '=', caseNumber)
    .where('ended_on', 'is', null)
    .execute()
  await tx
    .updateTable('cases.approval_request')
    .set({ decided_at: now, decided_by: by.id, granted: false, note: '办件终止' })
    .where('case_number', '=', caseNumber)
    .where('decided_at', 'is', null)
    .execute()
}

export interface OpenTask {
  id: string
  taskId: number
  elementId: string
  name: string
  roles: string[]
  notDoneBy: string[]
  openedAt: string
  claimedBy?: string
}

export async function findOpenTask(tx: Tx, caseNumber: string, id: string): Promise<OpenTask | undefined> {
  const row = await tx
    .selectFrom('cases.flow_task')
    .selectAll()
    .where('id', '=', id)
    .where('case_number', '=', caseNumber)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { element_id: elementId, name, roles, not_done_by: notDoneBy, opened_at: openedAt, claimed_by: claimedBy } = row
  return { id, taskId: Number(row.task_id), elementId, name, roles, notDoneBy, openedAt, ...(claimedBy === null ? {} : { claimedBy }) }
}

export async function claimRow(act: Act, id: string, claimedBy: string | null): Promise<void> {
  await act.tx
    .updateTable('cases.flow_task')
    .set({ claimed_by: claimedBy, claimed_at: claimedBy === null ? null : act.now })
    .where('id', '=', id)
    .execute()
}

/** Who completed tasks of this case, by element. */
export async function doersOf(tx: Tx, caseNumber: string): Promise<{ elementId: string; by: string }[]> {
  const rows = await tx
    .selectFrom('cases.flow_task')
    .select(['element_id', 'closed_by'])
    .where('case_number', '=', caseNumber)
    .where('closed_by', 'is not', null)
    .execute()
  return rows.flatMap(({ element_id: elementId, closed_by: by }) => (by === null ? [] : [{ elementId, by }]))
}

export async function setTimers(act: Act, caseNumber: string, timers: readonly { id: string; due: Date }[]): Promise<void> {
  if (timers.length === 0) return
  await act.tx
    .insertInto('cases.flow_timer')
    .values(timers.map(({ id, due }) => ({ case_number: caseNumber, timer_id: id, fires_at: due })))
    .execute()
}

export async function clearTimers(act: Act, caseNumber: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await act.tx
    .deleteFrom('cases.flow_timer')
    .where('case_number', '=', caseNumber)
    .where('timer_id', 'in', [...ids])
    .execute()
}

/** Timers that are due, of cases whose flow may go on now. */
export async function dueTimers(tx: Tx, now: Date, most: number): Promise<{ caseNumber: string; timerId: string }[]> {
  const { rows } = await sql<{ caseNumber: string; timerId: string }>`select t.case_number as "caseNumber", t.timer_id as "timerId"
    from cases.flow_timer t join cases.service_case c on c.case_number = t.case_number
    where t.fires_at <= ${now} and c.state = 'accepted' order by t.fires_at limit ${most}`.execute(tx)
  return rows
}
