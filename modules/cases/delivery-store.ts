import { present, type Act, type Tx } from '@yiwang/kernel'
import type { DeliveryFailure } from './contract.ts'

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

/** Answers whether this waybill's failure is news. */
export async function insertDeliveryFailure(
  act: Act,
  caseNumber: string,
  { waybill, why }: Pick<DeliveryFailure, 'waybill' | 'why'>,
): Promise<boolean> {
  const done = await act.tx
    .insertInto('cases.delivery_failure')
    .values({ waybill, case_number: caseNumber, why, failed_at: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The last parcel that did not arrive. */
export async function findDeliveryFailure(tx: Tx, caseNumber: string): Promise<DeliveryFailure | undefined> {
  const row = await tx
    .selectFrom('cases.delivery_failure')
    .select(['waybill', 'why', 'failed_at as failedAt'])
    .where('case_number', '=', caseNumber)
    .orderBy('failed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (present(row) as DeliveryFailure)
}
