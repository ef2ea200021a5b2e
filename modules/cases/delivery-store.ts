import type { Act } from '@yiwang/kernel'

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
