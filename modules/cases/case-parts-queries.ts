import { present, type Desk, type Tx } from '@yiwang/kernel'
import type { FlowTask, ServiceCase, SpecialProcedure } from './contract.ts'
import { isFor } from './task-queries.ts'
import type {} from './generated/tables.ts'

/** Special procedures of a case (特别程序), oldest first. */
export async function listSpecialProcedures(tx: Tx, caseNumber: string): Promise<SpecialProcedure[]> {
  const rows = await tx
    .selectFrom('cases.special_procedure')
    .select(['id', 'kind', 'name', 'reason', 'started_on as startedOn', 'planned_days as plannedDays', 'ended_on as endedOn', 'result'])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
  return rows.map((row) => present(row) as SpecialProcedure)
}

/** What is to be done now in the body's own flow. */
export async function listOpenTasks({ tx, by }: Desk, caseNumber: string): Promise<FlowTask[]> {
  const rows = await tx
    .selectFrom('cases.flow_task as t')
    .innerJoin('cases.service_case as c', 'c.case_number', 't.case_number')
    .select(['t.id', 't.element_id as elementId', 't.name', 't.roles', 't.opened_at as openedAt', 't.due_on as dueOn'])
    .select('t.claimed_by as claimedBy')
    .select(isFor(by).as('forMe'))
    .where('t.case_number', '=', caseNumber)
    .where('t.closed_at', 'is', null)
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ ...present(row), mine: row.claimedBy === by.id }))
}

/** What waits for the head's word (延时, 中止). */
export async function listOpenRequests(tx: Tx, caseNumber: string): Promise<ServiceCase['requests']> {
  const rows = await tx
    .selectFrom('cases.approval_request')
    .select(['id', 'kind', 'reason', 'workdays', 'asked_by_name as askedByName', 'asked_at as askedAt'])
    .where('case_number', '=', caseNumber)
    .where('decided_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => present(row) as ServiceCase['requests'][number])
}
