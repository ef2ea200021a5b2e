declare module '@yiwang/kernel' {
  interface Events {
    'payment.noticeIssued': PaymentFacts
    'payment.settled': PaymentFacts
    'payment.refunded': PaymentFacts & { refundedFen: number }
    /** The platform says something that does not fit what was asked; somebody must look. */
    'payment.contradicted': { orderNumber: string; why: string }
  }
  interface Jobs {
    'payments.inquire': Record<string, never>
    'payments.refund': { refundNumber: string }
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
  refund(asked: { orderNumber: string; refundNumber: string; amountFen: number; reason: string }): Promise<{ refunded: boolean }>
  /** Whether these bytes come from the platform. */
  isItsCallback(sent: {
    path: string
    body: Uint8Array
    headers: Readonly<Record<string, unknown>>
    now: Date
  }): { nonce: string } | undefined
}
