import { randomUUID } from 'node:crypto'
import type { NewCallback } from '../callbacks.ts'
import type { World } from '../world.ts'
import type { KeptOrder, KeptRefund } from './contract.ts'

/** Tells the merchant that money came in, by whatever fault has been ordered. */
export function tellPaid(world: World, order: KeptOrder): void {
  const { modes, callbacks } = world
  if (modes.strike('payments', 'callbackLost') !== undefined) return
  const wrong = modes.strike('payments', 'callbackWrongAmount') === undefined ? 0 : 1
  const late = modes.strike('payments', 'callbackLate')
  const callback = {
    ...paidCallback({ ...order, amount: order.amount + wrong }),
    afterSeconds: late === undefined ? 0 : modes.secondsOf(late),
  }
  if (modes.strike('payments', 'callbackDoubled') === undefined) callbacks.send(callback)
  else callbacks.sendTwice(callback, 0)
}

export function tellRefunded(world: World, order: KeptOrder, refund: KeptRefund): void {
  const { merchantId, merchantOrderNo, merchantRefundNo, platformRefundNo, amount, refundedAt } = refund
  const content = { event: 'refund.refunded', merchantId, merchantOrderNo, merchantRefundNo, platformRefundNo, amount, refundedAt }
  world.callbacks.send(callbackWith(order, content))
}

/** A stranger, who has no key, claims that the order is paid. */
export function tellForged(world: World, order: KeptOrder): void {
  const paid = { ...order, paidAt: world.clock.now().toISOString(), channel: 'wechat' as const, transactionNo: 'T00000000' }
  world.callbacks.send({ ...paidCallback(paid), forged: true })
}

function paidCallback(order: KeptOrder): NewCallback {
  const { merchantId, merchantOrderNo, platformOrderNo, amount, channel, transactionNo, paidAt } = order
  return callbackWith(order, {
    event: 'payment.paid',
    merchantId,
    merchantOrderNo,
    platformOrderNo,
    amount,
    channel,
    transactionNo,
    paidAt,
  })
}

function callbackWith(order: KeptOrder, { event, ...content }: Record<string, unknown>): NewCallback {
  const callbackId = randomUUID()
  return { callbackId, service: 'payments', url: order.asked.notifyUrl, body: JSON.stringify({ event, callbackId, ...content }) }
}
