import type { Modes } from '../modes.ts'
import { csv, legalDay } from '../statement.ts'
import type { World } from '../world.ts'
import type { PaymentDesk } from './desk.ts'

export type StatementRow = {
  type: 'payment' | 'refund'
  merchantOrderNo: string
  merchantRefundNo: string
  platformNo: string
  amount: number
  channel: string
  divisionCode: string
  collectingBody: string
  at: string
}

const COLUMNS = [
  'type',
  'merchantOrderNo',
  'merchantRefundNo',
  'platformNo',
  'amount',
  'channel',
  'divisionCode',
  'collectingBody',
  'at',
] as const satisfies (keyof StatementRow)[]

/** One day's money of one merchant, as one side of the reconciliation keeps it. */
export function statement(world: World, desk: PaymentDesk, merchantId: string, date: string, source: string): string {
  const rows = rowsOf(desk, merchantId).filter((row) => legalDay(row.at) === date)
  const fault = source === 'agency' && rows.length > 0 ? strikeStatementFault(world.modes) : undefined
  return csv(COLUMNS, fault === undefined ? rows : spoilt(rows, fault))
}

function rowsOf(desk: PaymentDesk, merchantId: string): StatementRow[] {
  return desk
    .orders()
    .filter((order) => order.merchantId === merchantId && order.state === 'paid')
    .flatMap((order) => {
      const { merchantOrderNo, divisionCode, collectingBody, channel = '' } = order
      const shared = { merchantOrderNo, channel, divisionCode, collectingBody }
      const paid = { type: 'payment', ...shared, merchantRefundNo: '', platformNo: order.platformOrderNo, amount: order.amount } as const
      const refunds = desk.refundsOf(order).map(({ merchantRefundNo, platformRefundNo, amount, refundedAt }) => {
        return { type: 'refund', ...shared, merchantRefundNo, platformNo: platformRefundNo, amount, at: refundedAt } as const
      })
      return [{ ...paid, at: order.paidAt ?? '' }, ...refunds]
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

const FAULTS = ['statementMissing', 'statementExtra', 'statementWrongAmount'] as const
type StatementFault = (typeof FAULTS)[number]

function strikeStatementFault(modes: Modes): StatementFault | undefined {
  return FAULTS.find((fault) => modes.strike('payments', fault) !== undefined)
}

/** 短款, 长款, 金额不符: what a reconciliation must find. */
function spoilt(rows: readonly StatementRow[], fault: StatementFault): StatementRow[] {
  const [first, ...rest] = rows
  if (first === undefined || fault === 'statementMissing') return rest
  if (fault === 'statementWrongAmount') return [{ ...first, amount: first.amount + 1 }, ...rest]
  return [first, { ...first, merchantOrderNo: 'UNKNOWN-0001', platformNo: 'P00000000UNKNOWN', amount: 100 }, ...rest]
}
