import { present, type Desk, type Tx } from '@yiwang/kernel'
import type { FlowTask, ServiceCase, SpecialProcedure } from './contract.ts'
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
    .selectFrom('cases.flow_task')
    .select(['id', 'element_id as elementId', 'name', 'roles', 'opened_at as openedAt', 'due_on as dueOn', 'claimed_by as claimedBy'])
    .where('case_number', '=', caseNumber)
    .where('closed_at', 'is', null)
    .orderBy('id')
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
