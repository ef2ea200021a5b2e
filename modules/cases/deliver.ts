import type { Act } from '@yiwang/kernel'
import type { CaseRecord } from './case-record.ts'
import { changeCase } from './case-store.ts'
import { insertDelivery } from './delivery-store.ts'
import { factsOf } from './facts.ts'
import { requirePaid } from './fees.ts'
import { handlerOf } from './handler.ts'
import { listPapers } from '@yiwang/documents'
import { issueCasePaper } from './papers.ts'
import { noteStep } from './step-store.ts'

const modes = { electronic: '电子送达', courier: '物流递送', counter: '直接送达' } as const

/** A parcel is delivered by the word of the courier about its waybill alone; over the counter somebody signs. */
export type HandedOver =
  | { method: 'courier'; waybill: string; signedBy?: never }
  | { method: 'counter'; signedBy: string; waybill?: never }
  | { method: 'electronic'; signedBy?: never; waybill?: never }

/** What delivery is, whoever notes it: fees are paid, the receipt says who, when and what. */
export async function deliverCase(act: Act, found: CaseRecord, how: HandedOver & { visits: number }): Promise<CaseRecord> {
  await requirePaid(act, found)
  const changed = await changeCase(act, found, { state: 'delivered', delivered_at: act.now, visits: how.visits })
  await insertDelivery(act, found.caseNumber, how)
  const by = await handlerOf(act)
  await noteStep(act, found, { name: '送达', act: 'deliver', by, outcome: modes[how.method] })
  await issueReceipt(act, changed, how, by.name)
  await act.publish('case.delivered', { ...factsOf(changed), method: how.method })
  return changed
}

async function issueReceipt(act: Act, changed: CaseRecord, how: HandedOver, deliveredBy: string): Promise<void> {
  const handed = (await listPapers(act.tx, { kind: 'case', key: changed.caseNumber })).filter(({ kind }) => kind.endsWith('Decision'))
  const documents = handed.map(({ title, number }) => ({ name: title, number }))
  const address = changed.delivery.recipient?.address ?? '—'
  const data = {
    documents: documents.length > 0 ? documents : [{ name: changed.itemName, number: changed.caseNumber }],
    recipient: changed.applicantName,
    address,
    mode: modes[how.method],
    deliveredAt: act.now.toISOString(),
    deliveredBy,
    receivedBy: how.signedBy ?? changed.applicantName,
    ...(how.waybill ? { waybill: how.waybill } : {}),
  }
  await issueCasePaper(act, changed, 'deliveryReceipt', data, false)
}
