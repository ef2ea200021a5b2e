import { later, newId, within, type Act, type Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import { legalDay, type LegalDay } from '@yiwang/standards'
import type { StepLimit } from './step-limits.ts'

/** A step is reached by the body and region it is for, and by the item of its case. */
export const taskScope = { body: 't.body_code', division: 't.division', item: 'c.implementation_code' } as const

export interface NewTask {
  taskId: string
  elementId: string
  name: string
  roles: readonly string[]
  /** Only these, where the flow names people; otherwise whoever has the role. */
  users: readonly string[]
  notDoneBy: readonly string[]
  bodyCode: string
  division: string
  limit?: StepLimit
  dueOn?: LegalDay
}

export async function insertTasks(act: Act, caseNumber: string, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  const query = act.tx
    .insertInto('cases.flow_task')
    .values(
      tasks.map((task) => ({
        id: newId(),
        case_number: caseNumber,
        task_id: task.taskId,
        element_id: task.elementId,
        name: task.name,
        roles: [...task.roles],
        users: [...task.users],
        not_done_by: [...task.notDoneBy],
        limit_value: task.limit?.value ?? null,
        limit_unit: task.limit?.unit ?? null,
        body_code: task.bodyCode,
        division: task.division,
        opened_at: act.now,
        due_on: task.dueOn ?? null,
      })),
    )
    .compile()
  await later(act.tx, query)
}

/** No task is closed before it was open, also where the clock of the machine was set back in between. */
export const afterOpening = (now: Date) => sql<Date>`greatest(opened_at, ${now}::timestamptz)`

/** Closes tasks by their number in the flow's own state. */
export async function closeTasks(act: Act, caseNumber: string, closed: readonly { id: string; how: string }[]): Promise<void> {
  for (const { id, how } of closed) {
    const query = act.tx
      .updateTable('cases.flow_task')
      .set({ closed_at: afterOpening(act.now), closed_as: how, closed_by: how === 'completed' ? act.by.id : null })
      .where('case_number', '=', caseNumber)
      .where('task_id', '=', id)
      .where('closed_at', 'is', null)
      .compile()
    await later(act.tx, query)
  }
}

export interface OpenTask {
  id: string
  taskId: number
  elementId: string
  name: string
  roles: string[]
  users: string[]
  notDoneBy: string[]
  openedAt: string
  claimedBy?: string
  /** Whether the permission to do steps reaches the body and region the step is for, which may be another than the case's. */
  reached: boolean
}

export async function findOpenTask({ tx, by }: Act, caseNumber: string, id: string): Promise<OpenTask | undefined> {
  const row = await tx
    .selectFrom('cases.flow_task as t')
    .innerJoin('cases.service_case as c', 'c.case_number', 't.case_number')
    .selectAll('t')
    .select(sql<boolean>`${within(by, 'cases.examine', taskScope)}`.as('reached'))
    .where('t.id', '=', id)
    .where('t.case_number', '=', caseNumber)
    .where('t.closed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { element_id: elementId, name, roles, users, not_done_by: notDoneBy, opened_at: openedAt, claimed_by: claimedBy, reached } = row
  const who = { roles, users, notDoneBy, reached, ...(claimedBy === null ? {} : { claimedBy }) }
  return { id, taskId: Number(row.task_id), elementId, name, openedAt, ...who }
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

/** Open steps that have a limit of their own. */
export async function listLimitedTasks(
  tx: Tx,
  caseNumber: string,
): Promise<{ id: string; limit: StepLimit; openedAt: string; openedOn: LegalDay }[]> {
  const rows = await tx
    .selectFrom('cases.flow_task')
    .select(['id', 'limit_value', 'limit_unit', 'opened_at'])
    .where('case_number', '=', caseNumber)
    .where('closed_at', 'is', null)
    .execute()
  return rows.flatMap(({ id, limit_value: value, limit_unit: unit, opened_at: openedAt }) => {
    if (value === null || unit === null) return []
    return { id, limit: { value, unit: unit as StepLimit['unit'] }, openedAt, openedOn: legalDay(new Date(openedAt)) }
  })
}

export async function changeTaskDue(act: Act, id: string, dueOn: LegalDay | undefined): Promise<void> {
  await act.tx
    .updateTable('cases.flow_task')
    .set({ due_on: dueOn ?? null })
    .where('id', '=', id)
    .execute()
}
