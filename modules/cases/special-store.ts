import { later, newId, type Act, type Tx } from '@yiwang/kernel'
import type { LegalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
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
  name: string
}

/** The special procedure for which the clock stands still; the table lets there be one at a time. */
export function findOpenSpecial(tx: Tx, caseNumber: string): Promise<OpenSpecial | undefined> {
  return tx
    .selectFrom('cases.special_procedure')
    .select(['id', 'name'])
    .where('case_number', '=', caseNumber)
    .where('kind', '=', 'B')
    .where('ended_on', 'is', null)
    .executeTakeFirst()
}

/** 延长审批: a procedure of its own (appendix 3-5), from the day it was asked for to the day it was answered. */
export async function closeExtension(act: Act, caseNumber: string, day: LegalDay, result: string): Promise<void> {
  const query = act.tx
    .updateTable('cases.special_procedure')
    .set({ ended_on: day, ended_by: act.by.id, result })
    .where('case_number', '=', caseNumber)
    .where('kind', '=', 'A')
    .where('ended_on', 'is', null)
    .compile()
  await later(act.tx, query)
}

export async function closeSpecial(act: Act, id: string, day: LegalDay, result: string): Promise<void> {
  await act.tx.updateTable('cases.special_procedure').set({ ended_on: day, ended_by: act.by.id, result }).where('id', '=', id).execute()
}
