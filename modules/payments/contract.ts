import { Type, type Static } from 'typebox'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'

export const FeeItem = Type.Object({
  code: Type.String({ maxLength: 40 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  amountFen: Type.Integer({ minimum: 1 }),
})
export type FeeItem = Static<typeof FeeItem>

/** 缴款单. Amounts in fen. */
export const PaymentNotice = Type.Object({
  number: Type.String(),
  subject: Type.Object({ kind: Type.String(), key: Type.String() }),
  bodyCode: Type.String(),
  division: Type.String(),
  payerName: Type.String(),
  items: Type.Array(FeeItem),
  amountFen: Type.Integer(),
  refundedFen: Type.Integer(),
  state: Type.Enum(['due', 'paid', 'cancelled', 'refunded']),
  issuedAt: Type.String({ format: 'date-time' }),
  dueOn: Type.String({ format: 'date' }),
  paidAt: Type.Optional(Type.String({ format: 'date-time' })),
})
export type PaymentNotice = Static<typeof PaymentNotice>
export const NoticePage = pageOf(PaymentNotice)

/** Notices of one subject, such as a case; without it all within reach. */
export const NoticeQuery = Type.Object({
  ...PageQuery,
  subjectKind: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  subjectKey: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
})
export type NoticeQuery = Static<typeof NoticeQuery>

export const NoticeKey = Type.Object({ number: Type.String({ maxLength: 40 }) })
export const Cashier = Type.Object({ cashierUrl: Type.String() })
export const RefundInput = Type.Object({
  amountFen: Type.Integer({ minimum: 1, maximum: 10_000_000_000 }),
  reason: Type.String({ minLength: 1, maxLength: 200 }),
})
export type RefundInput = Static<typeof RefundInput>

/** What the platform tells; every number in it is checked against what was asked. */
export const PlatformCallback = Type.Object(
  {
    event: Type.Enum(['payment.paid', 'refund.refunded']),
    callbackId: Type.String({ minLength: 1, maxLength: 100 }),
    merchantOrderNo: Type.String({ minLength: 1, maxLength: 64 }),
    amount: Type.Integer(),
    channel: Type.Optional(Type.String({ maxLength: 40 })),
    transactionNo: Type.Optional(Type.String({ maxLength: 100 })),
    merchantRefundNo: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: true },
)
export type PlatformCallback = Static<typeof PlatformCallback>
