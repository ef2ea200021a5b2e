import type { Act, Tx } from '@yiwang/kernel'
import { sql } from 'kysely'
import type { PlatformOrder } from './events.ts'

export interface OrderRow {
  orderNumber: string
  noticeNumber: string
  amountFen: number
  state: 'asked' | 'open' | 'paid' | 'closed'
  cashierUrl: string | null
}

export async function findLiveOrder(tx: Tx, noticeNumber: string): Promise<OrderRow | undefined> {
  const row = await tx
    .selectFrom('payments.payment_order')
    .selectAll()
    .where('notice_number', '=', noticeNumber)
    .where('state', 'in', ['asked', 'open'])
    .executeTakeFirst()
  return row && toOrder(row)
}

export async function findOrderForUpdate(tx: Tx, orderNumber: string): Promise<OrderRow | undefined> {
  const row = await tx
    .selectFrom('payments.payment_order')
    .selectAll()
    .where('order_number', '=', orderNumber)
    .forUpdate()
    .executeTakeFirst()
  return row && toOrder(row)
}

export async function findPaidOrder(tx: Tx, noticeNumber: string): Promise<OrderRow | undefined> {
  const row = await tx
    .selectFrom('payments.payment_order')
    .selectAll()
    .where('notice_number', '=', noticeNumber)
    .where('state', '=', 'paid')
    // what was paid a second time goes back by itself (return-surplus.ts)
    .orderBy('settled_at')
    .limit(1)
    .executeTakeFirst()
  return row && toOrder(row)
}

export async function countOrders(tx: Tx, noticeNumber: string): Promise<number> {
  const row = await tx
    .selectFrom('payments.payment_order')
    .select((make) => make.fn.countAll<number>().as('count'))
    .where('notice_number', '=', noticeNumber)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertOrder(
  act: Act,
  order: { orderNumber: string; noticeNumber: string; amountFen: number; nextInquiryAt: Date },
): Promise<void> {
  await act.tx
    .insertInto('payments.payment_order')
    .values({
      order_number: order.orderNumber,
      notice_number: order.noticeNumber,
      amount_fen: order.amountFen,
      state: 'asked',
      asked_at: act.now,
      next_inquiry_at: order.nextInquiryAt,
    })
    .execute()
}

export async function noteOpen(tx: Tx, orderNumber: string, theirs: PlatformOrder): Promise<void> {
  await tx
    .updateTable('payments.payment_order')
    .set({ state: 'open', platform_number: theirs.platformNumber, cashier_url: theirs.cashierUrl })
    .where('order_number', '=', orderNumber)
    .where('state', 'in', ['asked', 'open'])
    .execute()
}

export async function noteSettled(
  act: Act,
  orderNumber: string,
  state: 'paid' | 'closed',
  theirs: { channel?: string; transactionNumber?: string },
): Promise<void> {
  await act.tx
    .updateTable('payments.payment_order')
    .set({
      state,
      settled_at: act.now,
      next_inquiry_at: null,
      channel: theirs.channel ?? null,
      transaction_number: theirs.transactionNumber ?? null,
    })
    .where('order_number', '=', orderNumber)
    .execute()
}

/** Orders whose callback has not come; each is asked about less and less often. */
export async function ordersToInquire(tx: Tx, now: Date, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('payments.payment_order')
    .select('order_number')
    .where('state', 'in', ['asked', 'open'])
    .where('next_inquiry_at', '<=', now.toISOString())
    .orderBy('next_inquiry_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.order_number)
}

export async function postponeInquiry(act: Act, orderNumber: string): Promise<void> {
  await sql`update payments.payment_order
    set next_inquiry_at = ${act.now}::timestamptz + least(greatest(${act.now}::timestamptz - asked_at, interval '1 minute'), interval '6 hours')
    where order_number = ${orderNumber}`.execute(act.tx)
}

/** Whether this callback is new; of two that come at once one is. */
export async function noteCallback(
  act: Act,
  callback: { callbackId: string; nonce: string; event: string; orderNumber: string; verdict: string },
): Promise<boolean> {
  const done = await act.tx
    .insertInto('payments.callback')
    .values({
      callback_id: callback.callbackId,
      nonce: callback.nonce,
      event: callback.event,
      order_number: callback.orderNumber,
      verdict: callback.verdict,
      received_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

interface OrderColumns {
  order_number: string
  notice_number: string
  amount_fen: number
  state: string
  cashier_url: string | null
}
function toOrder(row: OrderColumns): OrderRow {
  return {
    orderNumber: row.order_number,
    noticeNumber: row.notice_number,
    amountFen: row.amount_fen,
    state: row.state as OrderRow['state'],
    cashierUrl: row.cashier_url,
  }
}
