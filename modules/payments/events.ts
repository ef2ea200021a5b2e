declare module '@yiwang/kernel' {
  interface Events {
    'payment.noticeIssued': PaymentFacts & { dueOn: string }
    'payment.settled': PaymentFacts
    /** `amountFen` of the notice, `refundedFen` of this refund alone. */
    'payment.refunded': PaymentFacts & { refundedFen: number }
    'payment.refundRefused': PaymentFacts & { refundNumber: string; why: string }
    /** Money came for a notice that was cancelled or paid already; it goes back by itself. */
    'payment.surplus': PaymentFacts & { orderNumber: string }
    'payment.mended': { discrepancyId: string; about: string }
    /** The platform says something that does not fit what was asked; somebody must look. */
    'payment.contradicted': { orderNumber: string; why: string }
  }
  interface Jobs {
    'payments.inquire': Record<string, never>
    'payments.inquireOrder': { orderNumber: string }
    'payments.refund': { refundNumber: string }
    'payments.refundWaiting': Record<string, never>
    'payments.closeOrder': { orderNumber: string }
  }
  interface Outside {
    paymentPlatform: PaymentPlatform
  }
}

export interface PaymentFacts {
  number: string
  subject: { kind: string; key: string }
  amountFen: number
}

export interface PlatformOrder {
  state: 'open' | 'paid' | 'closed' | 'expired'
  amountFen: number
  platformNumber: string
  cashierUrl: string
  channel?: string
  transactionNumber?: string
}

/** Refunded, taken on and told later, or refused for a reason of the platform's own. */
export type RefundWord = { outcome: 'refunded' } | { outcome: 'taken' } | { outcome: 'refused'; why: string }

/** The public payment platform (公共支付平台). Asking twice with the same number and content is asking once. */
export interface PaymentPlatform {
  order(asked: {
    orderNumber: string
    amountFen: number
    subject: string
    division: string
    bodyCode: string
    items: readonly { code: string; name: string; amountFen: number }[]
    returnUrl: string
  }): Promise<PlatformOrder>
  find(orderNumber: string): Promise<PlatformOrder | undefined>
  /** Closes an order so that nobody can pay it any more; nothing when the platform never had it. One paid meanwhile is answered as paid. */
  close(orderNumber: string): Promise<PlatformOrder | undefined>
  refund(asked: { orderNumber: string; refundNumber: string; amountFen: number; reason: string }): Promise<RefundWord>
  /** Whether these bytes come from the platform. */
  isItsCallback(sent: {
    path: string
    body: Uint8Array
    headers: Readonly<Record<string, unknown>>
    now: Date
  }): { nonce: string } | undefined
}
