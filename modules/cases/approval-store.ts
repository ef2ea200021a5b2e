import { later, newId, present, type Act, type Tx } from '@yiwang/kernel'

export type ApprovalKind = 'extension' | 'abort'

export interface ApprovalRequest {
  id: string
  workdays?: number
  reason: string
  askedBy: string
}

/** Answers whether the request is the only open one of its kind. */
export async function insertRequest(
  act: Act,
  request: { caseNumber: string; kind: ApprovalKind; reason: string; workdays?: number; askedByName: string },
): Promise<boolean> {
  const { caseNumber, kind, reason, workdays, askedByName } = request
  const done = await act.tx
    .insertInto('cases.approval_request')
    .values({
      id: newId(),
      case_number: caseNumber,
      kind,
      reason,
      workdays: workdays ?? null,
      asked_by: act.by.id,
      asked_by_name: askedByName,
      asked_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findOpenRequest(tx: Tx, caseNumber: string, kind: ApprovalKind, id: string): Promise<ApprovalRequest | undefined> {
  const row = await tx
    .selectFrom('cases.approval_request')
    .selectAll()
    .where('id', '=', id)
    .where('case_number', '=', caseNumber)
    .where('kind', '=', kind)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return row && { id, reason: row.reason, askedBy: row.asked_by, ...(row.workdays === null ? {} : { workdays: row.workdays }) }
}

export async function wasGranted(tx: Tx, caseNumber: string, kind: ApprovalKind): Promise<boolean> {
  const row = await tx
    .selectFrom('cases.approval_request')
    .select('id')
    .where('case_number', '=', caseNumber)
    .where('kind', '=', kind)
    .where('granted', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export async function noteAnswer(act: Act, id: string, granted: boolean, note: string | undefined): Promise<void> {
  await act.tx
    .updateTable('cases.approval_request')
    .set({ decided_by: act.by.id, decided_at: act.now, granted, note: note ?? null })
    .where('id', '=', id)
    .execute()
}

/** What nobody needs to answer any more. */
export async function closeRequests(act: Act, caseNumber: string, note: string): Promise<void> {
  const query = act.tx
    .updateTable('cases.approval_request')
    .set({ decided_at: act.now, decided_by: act.by.id, granted: false, note })
    .where('case_number', '=', caseNumber)
    .where('decided_at', 'is', null)
    .compile()
  await later(act.tx, query)
}

/** All requests with their answers, oldest first. */
export async function listAllRequests(tx: Tx, caseNumber: string): Promise<object[]> {
  const rows = await tx
    .selectFrom('cases.approval_request')
    .select([
      'kind',
      'reason',
      'workdays',
      'asked_by_name as askedByName',
      'asked_at as askedAt',
      'decided_at as decidedAt',
      'granted',
      'note',
    ])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
  return rows.map((row) => present(row))
}
