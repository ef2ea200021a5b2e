import { present, type Act, type Tx } from '@yiwang/kernel'

export async function insertDelivery(
  act: Act,
  caseNumber: string,
  how: { method: string; signedBy?: string; waybill?: string },
): Promise<void> {
  await act.tx
    .insertInto('cases.delivery')
    .values({
      case_number: caseNumber,
      method: how.method,
      signed_by: how.signedBy ?? null,
      waybill: how.waybill ?? null,
      delivered_at: act.now,
      handed_by: act.by.id,
    })
    .execute()
}

export interface Delivery {
  method: string
  signedBy?: string
  waybill?: string
  deliveredAt: string
  handedBy: string
}

export async function findDelivery(tx: Tx, caseNumber: string): Promise<Delivery | undefined> {
  const row = await tx
    .selectFrom('cases.delivery')
    .select(['method', 'signed_by as signedBy', 'waybill', 'delivered_at as deliveredAt', 'handed_by as handedBy'])
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row && (present(row) as Delivery)
}
