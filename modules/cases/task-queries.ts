import { keyOf, present, toPage, within, type Actor, type Desk, type Page } from '@yiwang/kernel'
import { sql, type SqlBool } from 'kysely'
import type { TaskLine } from './contract.ts'
import { taskScope } from './task-store.ts'

/** Steps without a day come last. */
const noDay = '9999-12-31'
const dueOn = sql<string>`coalesce(t.due_on, date '9999-12-31')`

/** Whether a step (`t`, of the case `c`) is the caller's to do: by body and region, role or post or name, free or his, kept apart from what he did. */
export function isFor(by: Actor) {
  const held = [...(by.roles ?? []), ...(by.posts ?? [])]
  return sql<boolean>`(${within(by, 'cases.examine', taskScope)}
    and (t.roles = '{}' or t.roles && ${held}::text[])
    and (t.users = '{}' or ${by.id} = any(t.users))
    and (t.claimed_by is null or t.claimed_by = ${by.id})
    and not exists (select 1 from cases.flow_task d
      where d.case_number = t.case_number and d.closed_by = ${by.id} and d.element_id = any(t.not_done_by)))`
}

/**
 * What waits for the caller (待办): steps of his body and region, for a role or post of his or for him by name, that nobody else has taken and that are
 * not to be kept apart from a step he did himself. Whatever stands still is not to be done now. The most urgent first.
 */
export async function listTasks({ tx, by }: Desk, { after, limit = 20 }: { after?: string; limit?: number }): Promise<Page<TaskLine>> {
  let query = tx
    .selectFrom('cases.flow_task as t')
    .innerJoin('cases.service_case as c', 'c.case_number', 't.case_number')
    .select(['t.id', 't.name', 't.opened_at as openedAt', 't.due_on as dueOn', 't.claimed_by as claimedBy'])
    .select(['c.case_number as caseNumber', 'c.item_name as itemName', 'c.body_name as bodyName', 'c.applicant_name as applicantName'])
    .select(dueOn.as('sorted'))
    .where('t.closed_at', 'is', null)
    .where('c.state', '=', 'accepted')
    .where(isFor(by))
  if (after) {
    const [day = noDay, id = ''] = keyOf(after, 2)
    query = query.where(sql<SqlBool>`(${dueOn}, t.id) > (${day}::date, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy(dueOn)
    .orderBy('t.id')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.sorted, row.id],
    ({ sorted: _, claimedBy, ...row }) => ({ ...present(row), mine: claimedBy === by.id }),
  )
}
