import type { Act, Events, Reactions } from '@yiwang/kernel'
import { waybillsOf, type WaybillMoved } from '@yiwang/logistics'
import { plainYuan, legalDateTime } from '@yiwang/standards'
import { announce, type Told } from './announce.ts'
import type { CaseRecord } from './case-record.ts'
import { findCase } from './case-store.ts'
import { waitingFor } from './ready-for-pick-up.ts'

/** What neighbours tell of a case is told its applicant here: they know the case by its number, and not who is behind it. */
type AboutCase = { subject: { kind: string; key: string } }

function ofCase<B extends AboutCase>(tell: (act: Act, found: CaseRecord, body: B) => Promise<void>): (act: Act, body: B) => Promise<void> {
  return async (act, body) => {
    const found = body.subject.kind === 'case' ? await findCase(act.tx, body.subject.key) : undefined
    if (found) await tell(act, found, body)
  }
}

const at = (act: Act) => legalDateTime(act.now)

const due = ofCase<Events['payment.noticeIssued']>((act, found, { number, amountFen, dueOn }) =>
  announce(act, found, {
    template: 'paymentDue',
    values: { item: found.itemName, amount: plainYuan(amountFen), number, until: dueOn, time: at(act) },
  }),
)

/** Paid; and where the result only waited for that, it can be fetched. */
const settled = ofCase<Events['payment.settled']>(async (act, found, { number, amountFen }) => {
  const values = { item: found.itemName, amount: plainYuan(amountFen), number, time: at(act) }
  await announce(act, found, { template: 'paymentSettled', values })
  await announce(act, found, await waitingFor(act, found))
})

const refunded = ofCase<Events['payment.refunded']>((act, found, { number, refundedFen }) =>
  announce(act, found, {
    template: 'paymentRefunded',
    values: { item: found.itemName, amount: plainYuan(refundedFen), number, time: at(act) },
  }),
)

const delayed = ofCase<Events['payment.refundRefused']>((act, found, { number }) =>
  announce(act, found, { template: 'paymentRefundDelayed', values: { item: found.itemName, number } }),
)

const states: Partial<Record<WaybillMoved['state'], { 'zh-CN': string; en: string }>> = {
  accepted: { 'zh-CN': '已由快递接单', en: 'was taken on by the courier' },
  pickedUp: { 'zh-CN': '已由快递取件', en: 'was picked up' },
  inTransit: { 'zh-CN': '正在运输途中', en: 'is on its way' },
  outForDelivery: { 'zh-CN': '正在派送，请保持电话畅通', en: 'is out for delivery' },
}

/** Each turn stands in the personal space; only the last, when somebody should be at home, rings. The end has words of its own (case.delivered, case.deliveryFailed). */
const moved = ofCase<WaybillMoved>(async (act, found, { number, subject, direction, state }) => {
  const said = states[state]
  if (!said || direction !== 'delivery') return
  const waybill = (await waybillsOf(act.tx, subject)).find((one) => one.number === number)
  const movedAt = waybill?.movements.findLast((one) => one.state === state)?.at
  const time = movedAt === undefined ? at(act) : legalDateTime(new Date(movedAt))
  const values = { item: found.itemName, state: said, time, waybill: waybill?.courierNumber ?? number }
  const told: Told = { template: 'waybillMoved', values, quietly: state !== 'outForDelivery' }
  await announce(act, found, told)
})

export const neighbourAnnouncements: Reactions = {
  'payment.noticeIssued': due,
  'payment.settled': settled,
  'payment.refunded': refunded,
  'payment.refundRefused': delayed,
  'waybill.moved': moved,
}
