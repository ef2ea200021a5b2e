import { present, type Act, type Tx } from '@yiwang/kernel'
import type { CorrectionRequest } from './contract.ts'
import type {} from './generated/tables.ts'

/** All requests of a case, oldest first. */
export async function listCorrections(tx: Tx, caseNumber: string): Promise<CorrectionRequest[]> {
  const rows = await tx
    .selectFrom('cases.correction')
    .select(['asked_at as askedAt', 'due_on as dueOn', 'items', 'note', 'answered_at as answeredAt'])
    .where('case_number', '=', caseNumber)
    .orderBy('position')
    .execute()
  return rows.map((row) => present(row) as CorrectionRequest)
}

export async function insertCorrection(
  act: Act,
  caseNumber: string,
  position: number,
  request: Pick<CorrectionRequest, 'dueOn' | 'items' | 'note'>,
): Promise<void> {
  await act.tx
    .insertInto('cases.correction')
    .values({
      case_number: caseNumber,
      position,
      items: JSON.stringify(request.items),
      note: request.note ?? null,
      asked_by: act.by.id,
      asked_at: act.now,
      due_on: request.dueOn,
    })
    .execute()
}

export async function noteAnswered(act: Act, caseNumber: string): Promise<void> {
  await act.tx
    .updateTable('cases.correction')
    .set({ answered_at: act.now })
    .where('case_number', '=', caseNumber)
    .where('answered_at', 'is', null)
    .execute()
}
