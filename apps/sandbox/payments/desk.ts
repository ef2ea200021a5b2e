import { randomBytes, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../problems.ts'
import { requireAllowedHost, type World } from '../world.ts'
import { tellForged, tellPaid, tellRefunded } from './announcements.ts'
import type { Channel, KeptOrder, KeptRefund, NewOrder, NewRefund } from './contract.ts'

export type PaymentDesk = {
  create(merchantId: string, asked: NewOrder): Promise<KeptOrder>
  get(merchantId: string, merchantOrderNo: string): KeptOrder
  getByToken(token: string): KeptOrder
  pay(order: KeptOrder, channel: Channel): KeptOrder
  close(order: KeptOrder): KeptOrder
  refund(order: KeptOrder, asked: NewRefund): KeptRefund
  findRefund(order: KeptOrder, merchantRefundNo: string): KeptRefund | undefined
  refundsOf(order: KeptOrder): KeptRefund[]
  orders(): KeptOrder[]
  refunds(): KeptRefund[]
}

const DAY_MS = 86_400_000

/** The public payment platform (公共支付平台): takes orders, money, refunds; everything else is written down from these. */
export function openPaymentDesk(world: World): PaymentDesk {
  const orders = world.books.open<KeptOrder>('orders')
  const refunds = world.books.open<KeptRefund>('refunds')
  const keyByToken = new Map(orders.list().map((one) => [one.token, keyOf(one.merchantId, one.merchantOrderNo)]))
  const refundsByOrder = Map.groupBy(refunds.list(), (one) => keyOf(one.merchantId, one.merchantOrderNo))
  const now = (): Date => world.clock.now()
  const current = (order: KeptOrder | undefined): KeptOrder => {
    if (order === undefined) throw new Problem('order.notFound')
    return order.state === 'open' && order.expiresAt <= now().toISOString() ? { ...order, state: 'expired' } : order
  }
  const keep = (order: KeptOrder): KeptOrder => {
    const key = keyOf(order.merchantId, order.merchantOrderNo)
    orders.put(key, order)
    keyByToken.set(order.token, key)
    return order
  }
  const refundsOf = (order: KeptOrder): KeptRefund[] => refundsByOrder.get(keyOf(order.merchantId, order.merchantOrderNo)) ?? []
  const pay = (order: KeptOrder, channel: Channel): KeptOrder => {
    if (order.state !== 'open') throw new Problem('order.notPayable', { state: order.state })
    const paid = keep({ ...order, state: 'paid', paidAt: now().toISOString(), channel, transactionNo: serial('T', now()) })
    tellPaid(world, paid)
    return paid
  }
  return {
    pay,
    refundsOf,
    get: (merchantId, merchantOrderNo) => current(orders.get(keyOf(merchantId, merchantOrderNo))),
    getByToken: (token) => current(orders.get(keyByToken.get(token) ?? '')),
    orders: () => orders.list().map(current),
    refunds: () => refunds.list(),
    findRefund: (order, number) => refundsOf(order).find((one) => one.merchantRefundNo === number),
    async create(merchantId, asked) {
      const before = orders.get(keyOf(merchantId, asked.merchantOrderNo))
      if (before !== undefined) return sameOrder(current(before), asked)
      requireLawful(world, asked)
      const order = keep(newOrder(merchantId, asked, now()))
      if (world.modes.strike('payments', 'callbackForged') !== undefined) tellForged(world, order)
      if (world.modes.strike('payments', 'callbackEarly') === undefined) return order
      const paid = pay(order, 'wechat')
      await world.callbacks.runDue()
      return paid
    },
    close(order) {
      const found =
        world.modes.strike('payments', 'paymentCrossesClosure') !== undefined && order.state === 'open' ? pay(order, 'wechat') : order
      if (found.state === 'paid') throw new Problem('order.notClosable', { state: found.state })
      return found.state === 'closed' ? found : keep({ ...found, state: 'closed' })
    },
    refund(order, asked) {
      const before = refundsOf(order).find((one) => one.merchantRefundNo === asked.merchantRefundNo)
      if (before !== undefined) return sameRefund(before, asked)
      requireRefundable(order, refundsOf(order), asked)
      if (world.modes.strike('payments', 'refundRefused') !== undefined) throw new Problem('refund.refused')
      const refund = newRefund(order, asked, now())
      refunds.put(`${keyOf(order.merchantId, order.merchantOrderNo)}/${refund.merchantRefundNo}`, refund)
      refundsByOrder.set(keyOf(order.merchantId, order.merchantOrderNo), [...refundsOf(order), refund])
      tellRefunded(world, order, refund)
      return refund
    },
  }
}

const keyOf = (merchantId: string, merchantOrderNo: string): string => `${merchantId}/${merchantOrderNo}`

/** Readable number: kind, day, and enough chance that nobody counts the orders of others. */
function serial(kind: string, at: Date): string {
  return kind + at.toISOString().slice(0, 10).replaceAll('-', '') + randomBytes(8).toString('hex').toUpperCase()
}

function requireLawful(world: World, asked: NewOrder): void {
  if (asked.feeItems.reduce((sum, item) => sum + item.amount, 0) !== asked.amount) throw new Problem('order.amountMismatch')
  requireAllowedHost(world, asked.notifyUrl)
  if (asked.returnUrl !== undefined) requireAllowedHost(world, asked.returnUrl)
}

function newOrder(merchantId: string, asked: NewOrder, now: Date): KeptOrder {
  const { merchantOrderNo, amount, subject, divisionCode, collectingBody } = asked
  const expiresAt = new Date(asked.expiresAt ?? now.getTime() + DAY_MS).toISOString()
  const about = { merchantId, merchantOrderNo, amount, subject, divisionCode, collectingBody }
  const token = randomBytes(24).toString('base64url')
  return { ...about, platformOrderNo: serial('P', now), state: 'open', createdAt: now.toISOString(), expiresAt, asked, token }
}

function sameOrder(before: KeptOrder, asked: NewOrder): KeptOrder {
  if (!isDeepStrictEqual(before.asked, asked)) throw new Problem('order.conflict', { merchantOrderNo: asked.merchantOrderNo })
  return before
}

function sameRefund(before: KeptRefund, asked: NewRefund): KeptRefund {
  if (before.amount !== asked.amount || before.reason !== asked.reason) throw new Problem('refund.conflict')
  return before
}

function requireRefundable(order: KeptOrder, before: readonly KeptRefund[], asked: NewRefund): void {
  if (order.state !== 'paid') throw new Problem('refund.notPaid', { state: order.state })
  const left = order.amount - before.reduce((sum, one) => sum + one.amount, 0)
  if (asked.amount > left) throw new Problem('refund.tooMuch', { left })
}

function newRefund(order: KeptOrder, asked: NewRefund, now: Date): KeptRefund {
  const { merchantId, merchantOrderNo } = order
  return { merchantId, merchantOrderNo, ...asked, platformRefundNo: `R${randomUUID()}`, state: 'refunded', refundedAt: now.toISOString() }
}
