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

/** 资金差错: what the platform refuses, leaves unanswered, or says against what we know. */
export const DiscrepancyKind = Type.Enum(['refundRefused', 'refundUnanswered', 'refundContradicted', 'orderContradicted', 'orderUnknown'])
export type DiscrepancyKind = Static<typeof DiscrepancyKind>
const DiscrepancyState = Type.Enum(['open', 'mended'])

export const Discrepancy = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: DiscrepancyKind,
  /** The order or refund number, as the platform knows it. */
  about: Type.String(),
  noticeNumber: Type.Optional(Type.String()),
  subject: Type.Optional(Type.Object({ kind: Type.String(), key: Type.String() })),
  payerName: Type.Optional(Type.String()),
  amountFen: Type.Optional(Type.Integer()),
  refundReason: Type.Optional(Type.String()),
  /** The platform's own reason or word. */
  why: Type.String(),
  raisedAt: Type.String({ format: 'date-time' }),
  toldAt: Type.String({ format: 'date-time' }),
  times: Type.Integer(),
  state: DiscrepancyState,
  mendedAt: Type.Optional(Type.String({ format: 'date-time' })),
  mendedBy: Type.Optional(Type.String()),
  mendedHow: Type.Optional(Type.Enum(['platform', 'otherwise'])),
  reason: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
})
export type Discrepancy = Static<typeof Discrepancy>
export const DiscrepancyPage = pageOf(Discrepancy)
export const DiscrepancyQuery = Type.Object({ ...PageQuery, state: Type.Optional(DiscrepancyState) })
export type DiscrepancyQuery = Static<typeof DiscrepancyQuery>
export const DiscrepancyKey = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** How it was mended past the platform: why, and the number of the voucher (凭证号) that proves it. */
export const MendInput = Type.Object({
  reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }),
  reference: Type.String({ minLength: 2, maxLength: 100, pattern: '\\S' }),
})
export type MendInput = Static<typeof MendInput>

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
