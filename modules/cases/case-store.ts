import { later, present, within, type Act, type Desk, type Tx } from '@yiwang/kernel'
import { sql, type Updateable } from 'kysely'
import type { Tables } from '@yiwang/kernel'
import type { Limit } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import type { CaseState } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

export const caseColumns = [
  'case_number as caseNumber',
  'revision_id as revisionId',
  'implementation_code as implementationCode',
  'item_name as itemName',
  'body_code as bodyCode',
  'body_name as bodyName',
  'division',
  'handling',
  'online_mode as onlineMode',
  'channel',
  'state',
  'decision',
  'decision_reasons as decisionReasons',
  'decided_by as decidedBy',
  'account_id as accountId',
  'applicant_kind as applicantKind',
  'applicant_name as applicantName',
  'applicant_number as applicantNumberHidden',
  'applicant_index as applicantIndex',
  'applicant_phone as applicantPhoneHidden',
  'legal_representative as legalRepresentative',
  'contact_name as contactName',
  'contact_number as contactNumberHidden',
  'contact_phone as contactPhoneHidden',
  'has_agent as hasAgent',
  'answers',
  'form',
  'delivery',
  'licence_identifier as licenceIdentifier',
  'submitted_at as submittedAt',
  'received_at as receivedAt',
  'since',
  'accept_by as acceptBy',
  'correct_by as correctBy',
  'accepted_at as acceptedAt',
  'decided_at as decidedAt',
  'completed_at as completedAt',
  'delivered_at as deliveredAt',
  'statutory_due as statutoryDue',
  'committed_due as committedDue',
  'statutory_value as statutoryValue',
  'statutory_unit as statutoryUnit',
  'committed_value as committedValue',
  'committed_unit as committedUnit',
  'visits',
  'next_due as nextDue',
  'version',
] as const

export const caseScope = { body: 'body_code', division: 'division', item: 'implementation_code' } as const

export const wholeCase = (tx: Tx) => tx.selectFrom('cases.service_case').select(caseColumns)
type CaseRow = NonNullable<Awaited<ReturnType<ReturnType<typeof wholeCase>['executeTakeFirst']>>>

function limitOf(value: number | null, unit: string | null): Limit | undefined {
  return value === null || unit === null ? undefined : { value, unit: unit as Limit['unit'] }
}

export function toCase(row: CaseRow): CaseRecord {
  const { statutoryValue, statutoryUnit, committedValue, committedUnit, ...rest } = row
  const statutoryLimit = limitOf(statutoryValue, statutoryUnit)
  const committedLimit = limitOf(committedValue, committedUnit)
  return {
    ...present(rest),
    ...(statutoryLimit ? { statutoryLimit } : {}),
    ...(committedLimit ? { committedLimit } : {}),
  } as CaseRecord
}

/** Locked, and within what the actor's permission reaches. @throws case.notFound beyond it, as if it were not there. */
export async function getCaseForUpdate({ tx, by }: Act, caseNumber: string, permission: string): Promise<CaseRecord> {
  const row = await wholeCase(tx)
    .where('case_number', '=', caseNumber)
    .where(within(by, permission, caseScope))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}

/** Locked, and the caller's own. @throws case.notFound for anybody else's. */
export async function getOwnCaseForUpdate({ tx, by }: Act, caseNumber: string): Promise<CaseRecord> {
  const row = await wholeCase(tx).where('case_number', '=', caseNumber).where('account_id', '=', by.id).forUpdate().executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}

/** Within what the actor's permission reaches. @throws case.notFound */
export async function getCase({ tx, by }: Desk, caseNumber: string, permission: string): Promise<CaseRecord> {
  const row = await wholeCase(tx)
    .where('case_number', '=', caseNumber)
    .where(within(by, permission, caseScope))
    .executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}

/** The caller's own. @throws case.notFound */
export async function getOwnCase({ tx, by }: Desk, caseNumber: string): Promise<CaseRecord> {
  const row = await wholeCase(tx).where('case_number', '=', caseNumber).where('account_id', '=', by.id).executeTakeFirst()
  if (!row) throw problem.notFound({ caseNumber })
  return toCase(row)
}

/** Whether the actor's permission would reach a case of this item. */
export async function reachesItem(
  { tx, by }: Desk,
  item: Pick<CaseRecord, 'bodyCode' | 'division' | 'implementationCode'>,
  permission: string,
): Promise<boolean> {
  const columns = { body: 'v.body_code', division: 'v.division', item: 'v.implementation_code' }
  const { rows } = await sql<{ reached: boolean }>`select ${within(by, permission, columns)} as reached
    from (values (${item.bodyCode}::text, ${item.division}::text, ${item.implementationCode}::text)) as v (body_code, division, implementation_code)`.execute(
    tx,
  )
  return rows[0]?.reached ?? false
}

/** For neighbours and reactions that act on nobody's behalf. */
export async function findCase(tx: Tx, caseNumber: string): Promise<CaseRecord | undefined> {
  const row = await wholeCase(tx).where('case_number', '=', caseNumber).executeTakeFirst()
  return row && toCase(row)
}

/** Locked, for reactions and jobs that act on nobody's behalf. */
export async function lockCase(tx: Tx, caseNumber: string): Promise<CaseRecord | undefined> {
  const row = await wholeCase(tx).where('case_number', '=', caseNumber).forUpdate().executeTakeFirst()
  return row && toCase(row)
}

/** Columns to set; `version` and, with a new state, `since` follow by themselves. */
export type CaseChange = Omit<Updateable<Tables['cases.service_case']>, 'version' | 'since' | 'case_number' | 'state'> & {
  state?: CaseState
}

/** Something of a case that the act holds locked has changed beside it: whoever looked at it before learns so by its version. */
export async function touchCase({ tx }: Act, found: CaseRecord): Promise<CaseRecord> {
  const version = found.version + 1
  await later(tx, tx.updateTable('cases.service_case').set({ version }).where('case_number', '=', found.caseNumber).compile())
  return { ...found, version }
}

/** @throws case.changedMeanwhile when the case is not the one that was loaded. */
export async function changeCase(act: Act, found: CaseRecord, change: CaseChange): Promise<CaseRecord> {
  const moved = change.state === undefined || change.state === found.state ? {} : { since: act.now }
  const row = await act.tx
    .updateTable('cases.service_case')
    .set({ ...change, ...moved, version: found.version + 1 })
    .where('case_number', '=', found.caseNumber)
    .where('version', '=', found.version)
    .returning(caseColumns)
    .executeTakeFirst()
  if (!row) throw problem.changedMeanwhile({ caseNumber: found.caseNumber })
  return toCase(row)
}
