import { beyond, later, type Act, type Tx } from '@yiwang/kernel'
import type { LegalDay } from '@yiwang/standards'
import type { State as FlowState } from '@yiwang/workflow'
import { closeRequests } from './approval-store.ts'
import type { CaseRecord } from './case-record.ts'
import { afterOpening } from './task-store.ts'

export interface RunningFlow {
  key: string
  version: number
  state: FlowState
  passed: string[]
  ended: boolean
}

export async function insertFlow(act: Act, caseNumber: string, flow: RunningFlow): Promise<void> {
  await later(
    act.tx,
    act.tx
      .insertInto('cases.flow')
      .values({
        case_number: caseNumber,
        flow_key: flow.key,
        flow_version: flow.version,
        state: JSON.stringify(flow.state),
        passed: flow.passed,
        ended_at: flow.ended ? act.now : null,
      })
      .compile(),
  )
}

/** The flow of a case, if its item has one; the case itself is locked by whoever changes it. */
export async function findFlow(tx: Tx, caseNumber: string): Promise<RunningFlow | undefined> {
  const row = await tx.selectFrom('cases.flow').selectAll().where('case_number', '=', caseNumber).executeTakeFirst()
  if (!row) return undefined
  return { key: row.flow_key, version: row.flow_version, state: row.state as FlowState, passed: row.passed, ended: row.ended_at !== null }
}

export async function saveFlow(act: Act, caseNumber: string, flow: RunningFlow): Promise<void> {
  await later(
    act.tx,
    act.tx
      .updateTable('cases.flow')
      .set({ state: JSON.stringify(flow.state), passed: flow.passed, ended_at: flow.ended ? act.now : null })
      .where('case_number', '=', caseNumber)
      .compile(),
  )
}

/** Nothing in the flow stays open: tasks, timers, special procedures, requests to the head. */
export async function closeEverything(act: Act, { caseNumber }: CaseRecord, today: LegalDay): Promise<void> {
  const { tx, now, by } = act
  const open = { closed_at: afterOpening(now), closed_as: 'cancelled' }
  await tx.updateTable('cases.flow_task').set(open).where('case_number', '=', caseNumber).where('closed_at', 'is', null).execute()
  await tx.deleteFrom('cases.flow_timer').where('case_number', '=', caseNumber).execute()
  await tx.updateTable('cases.flow').set({ ended_at: now }).where('case_number', '=', caseNumber).where('ended_at', 'is', null).execute()
  await tx
    .updateTable('cases.special_procedure')
    .set({ ended_on: today, ended_by: by.id, result: '办件终止' })
    .where('case_number', '=', caseNumber)
    .where('ended_on', 'is', null)
    .execute()
  await closeRequests(act, caseNumber, '办件终止')
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

export async function listTimers(tx: Tx, caseNumber: string): Promise<{ timerId: string; fires: Date }[]> {
  const rows = await tx.selectFrom('cases.flow_timer').select(['timer_id', 'fires_at']).where('case_number', '=', caseNumber).execute()
  return rows.map(({ timer_id: timerId, fires_at: at }) => ({ timerId, fires: new Date(at) }))
}

export async function moveTimer(act: Act, caseNumber: string, timerId: string, fires: Date): Promise<void> {
  await act.tx
    .updateTable('cases.flow_timer')
    .set({ fires_at: fires })
    .where('case_number', '=', caseNumber)
    .where('timer_id', '=', timerId)
    .execute()
}

export interface DueTimer {
  caseNumber: string
  timerId: string
  firesAt: string
}

/** Timers that are due, of cases whose flow may go on now; oldest first, after the given one. */
export async function dueTimers(tx: Tx, now: Date, after?: DueTimer): Promise<DueTimer[]> {
  let query = tx
    .selectFrom('cases.flow_timer as t')
    .innerJoin('cases.service_case as c', 'c.case_number', 't.case_number')
    .select(['t.case_number as caseNumber', 't.timer_id as timerId', 't.fires_at as firesAt'])
    .where('t.fires_at', '<=', now.toISOString())
    .where('c.state', '=', 'accepted')
  if (after)
    query = query.where(beyond(['t.fires_at', 't.case_number', 't.timer_id'], [after.firesAt, after.caseNumber, after.timerId], 'asc'))
  return query.orderBy('t.fires_at').orderBy('t.case_number').orderBy('t.timer_id').limit(200).execute()
}
