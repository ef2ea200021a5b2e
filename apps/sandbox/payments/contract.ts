import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }
const Number64 = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
const Fen = Type.Integer({ minimum: 1, maximum: 10_000_000_000 })
const Address = Type.String({ format: 'uri', maxLength: 2000 })
const Moment = Type.String({ format: 'date-time' })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const FeeItem = Type.Object({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' }), name: text(100), amount: Fen }, closed)

/** A payment request (缴款请求): number, amount, whose revenue it is, where to report. */
export const NewOrder = Type.Object(
  {
    merchantOrderNo: Number64,
    amount: Fen,
    subject: text(200),
    divisionCode: Type.String({ pattern: '^[0-9]{6}$' }),
    collectingBody: text(100),
    feeItems: Type.Array(FeeItem, { minItems: 1, maxItems: 50 }),
    notifyUrl: Address,
    returnUrl: Type.Optional(Address),
    expiresAt: Type.Optional(Moment),
  },
  closed,
)
export type NewOrder = Static<typeof NewOrder>

export const Channel = Type.Enum(['wechat', 'alipay', 'unionpay', 'bankCard'])
export type Channel = Static<typeof Channel>
export const channels: readonly Channel[] = ['wechat', 'alipay', 'unionpay', 'bankCard']

export const OrderState = Type.Enum(['open', 'paid', 'closed', 'expired'])
export const Order = Type.Object({
  merchantId: Type.String(),
  merchantOrderNo: Type.String(),
  platformOrderNo: Type.String(),
  state: OrderState,
  amount: Type.Integer(),
  subject: Type.String(),
  divisionCode: Type.String(),
  collectingBody: Type.String(),
  refunded: Type.Integer(),
  cashierUrl: Type.String(),
  createdAt: Moment,
  expiresAt: Moment,
  paidAt: Type.Optional(Moment),
  channel: Type.Optional(Channel),
  transactionNo: Type.Optional(Type.String()),
})
export type Order = Static<typeof Order>

export const NewRefund = Type.Object({ merchantRefundNo: Number64, amount: Fen, reason: text(200) }, closed)
export type NewRefund = Static<typeof NewRefund>
export const Refund = Type.Object({
  merchantOrderNo: Type.String(),
  merchantRefundNo: Type.String(),
  platformRefundNo: Type.String(),
  amount: Type.Integer(),
  reason: Type.String(),
  state: Type.Literal('refunded'),
  refundedAt: Moment,
})
export type Refund = Static<typeof Refund>

export const OrderKey = Type.Object({ merchantOrderNo: Number64 })
export const RefundKey = Type.Object({ merchantOrderNo: Number64, merchantRefundNo: Number64 })
export const StatementKey = Type.Object({ date: Type.String({ format: 'date' }) })
/** The four sides of the reconciliation (多方对账). */
export const StatementQuery = Type.Object({ source: Type.Optional(Type.Enum(['platform', 'agency', 'bank', 'revenue'])) }, closed)

/** An order as the platform keeps it: what was asked for, and what became of it. */
export type KeptOrder = Omit<Order, 'cashierUrl' | 'refunded'> & { asked: NewOrder; token: string }
export type KeptRefund = Refund & { merchantId: string }
