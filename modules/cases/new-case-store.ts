import type { Act, Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import { applicantIndex, atRest, type CasePeople } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { caseColumns, toCase } from './case-store.ts'
import type {} from './generated/tables.ts'

export async function nextCaseSequence(tx: Tx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('cases.case_sequence') as next`.execute(tx)
  return rows[0]?.next ?? 0
}

export interface NewCase extends Pick<
  CaseRecord,
  | 'caseNumber'
  | 'revisionId'
  | 'implementationCode'
  | 'itemName'
  | 'bodyCode'
  | 'bodyName'
  | 'division'
  | 'handling'
  | 'onlineMode'
  | 'channel'
  | 'accountId'
  | 'answers'
  | 'form'
  | 'delivery'
  | 'acceptBy'
  | 'statutoryLimit'
  | 'committedLimit'
  | 'visits'
> {
  people: CasePeople
}

export async function insertCase(act: Act, fresh: NewCase): Promise<CaseRecord> {
  const { people, caseNumber } = fresh
  const hidden = (value: string, column: string) => atRest(act.settings, value, column, caseNumber)
  const known = (value: string | undefined, column: string) => (value === undefined ? null : hidden(value, column))
  const row = await act.tx
    .insertInto('cases.service_case')
    .values({
      case_number: caseNumber,
      revision_id: fresh.revisionId,
      implementation_code: fresh.implementationCode,
      item_name: fresh.itemName,
      body_code: fresh.bodyCode,
      body_name: fresh.bodyName,
      division: fresh.division,
      handling: fresh.handling,
      online_mode: fresh.onlineMode,
      channel: fresh.channel,
      state: 'submitted',
      account_id: fresh.accountId ?? null,
      applicant_kind: people.kind,
      applicant_name: people.name,
      applicant_number: hidden(people.number, 'applicant_number'),
      applicant_index: applicantIndex(act.settings, people.kind, people.number),
      applicant_phone: known(people.phone, 'applicant_phone'),
      legal_representative: people.legalRepresentative ?? null,
      contact_name: people.contact.name,
      contact_number: hidden(people.contact.number, 'contact_number'),
      contact_phone: known(people.contact.phone, 'contact_phone'),
      has_agent: people.contact.agent,
      answers: JSON.stringify(fresh.answers),
      form: JSON.stringify(fresh.form),
      delivery: JSON.stringify(fresh.delivery),
      submitted_at: act.now,
      received_at: act.now,
      since: act.now,
      accept_by: fresh.acceptBy ?? null,
      statutory_value: fresh.statutoryLimit?.value ?? null,
      statutory_unit: fresh.statutoryLimit?.unit ?? null,
      committed_value: fresh.committedLimit?.value ?? null,
      committed_unit: fresh.committedLimit?.unit ?? null,
      visits: fresh.visits,
    })
    .returning(caseColumns)
    .executeTakeFirstOrThrow()
  return toCase(row)
}
