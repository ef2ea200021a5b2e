import { within, type Act, type Actor, type Desk } from '@yiwang/kernel'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { CaseRecord } from './case-record.ts'
import { caseScope, toCase, wholeCase } from './case-store.ts'
import { problem } from './problems.ts'

/** Steps of the case that are for the actor's body and region, whichever body the case itself is of (协办). */
function hasStepFor(by: Actor, more: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  const columns = { body: 't.body_code', division: 't.division', item: 'cases.service_case.implementation_code' }
  return sql<SqlBool>`exists (select 1 from cases.flow_task t
    where t.case_number = cases.service_case.case_number and ${more} and ${within(by, 'cases.examine', columns)})`
}

/** Locked, and reached by itself or through the step in question. @throws case.notFound */
export async function getCaseOfTaskForUpdate({ tx, by }: Act, caseNumber: string, taskId: string): Promise<CaseRecord> {
  const step = hasStepFor(by, sql<SqlBool>`t.id = ${taskId}`)
  const row = await wholeCase(tx)
    .where('case_number', '=', caseNumber)
    .where(sql<SqlBool>`(${within(by, 'cases.examine', caseScope)} or ${step})`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}

/** What may be looked at: within reach of the permission, or with something for the actor to do in it. @throws case.notFound */
export async function getCaseToLookAt({ tx, by }: Desk, caseNumber: string, permission = 'cases.look'): Promise<CaseRecord> {
  const row = await wholeCase(tx)
    .where('case_number', '=', caseNumber)
    .where(sql<SqlBool>`(${within(by, permission, caseScope)} or ${hasStepFor(by, sql<SqlBool>`t.closed_at is null`)})`)
    .executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}
