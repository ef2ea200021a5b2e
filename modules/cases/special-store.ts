import { newId, type Act, type Tx } from '@yiwang/kernel'
import type { LegalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-store.ts'
import type { StartSpecialInput } from './contract.ts'

export async function insertSpecial(act: Act, { caseNumber }: CaseRecord, input: StartSpecialInput, day: LegalDay): Promise<void> {
  const { kind, name, reason, plannedDays } = input
  await act.tx
    .insertInto('cases.special_procedure')
    .values({
      id: newId(),
      case_number: caseNumber,
      kind,
      name,
      reason,
      planned_days: plannedDays ?? null,
      started_on: day,
      started_by: act.by.id,
    })
    .execute()
}

export interface OpenSpecial {
  id: string
  kind: 'A' | 'B'
  name: string
}

export async function findOpenSpecials(tx: Tx, caseNumber: string): Promise<OpenSpecial[]> {
  const rows = await tx
    .selectFrom('cases.special_procedure')
    .select(['id', 'kind', 'name'])
    .where('case_number', '=', caseNumber)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map(({ id, kind, name }) => ({ id, name, kind: kind as 'A' | 'B' }))
}

export async function closeSpecial(act: Act, id: string, day: LegalDay, result: string): Promise<void> {
  await act.tx.updateTable('cases.special_procedure').set({ ended_on: day, ended_by: act.by.id, result }).where('id', '=', id).execute()
}
