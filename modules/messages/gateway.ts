/** Whoever carries SMS and e-mail. The same `id` twice is one message, so that a send whose answer was lost can be repeated. */
export interface MessageGateway {
  sms(message: OutgoingSms): Promise<GatewayReceipt>
  email(message: OutgoingEmail): Promise<GatewayReceipt>
}

export interface OutgoingSms {
  id: string
  to: string
  text: string
}
export interface OutgoingEmail extends OutgoingSms {
  subject: string
}

/** `refused`: the gateway will not take it however often it is asked. When it does not answer, it throws `outside.noAnswer`. */
export interface GatewayReceipt {
  outcome: 'delivered' | 'undelivered' | 'refused'
  gatewayId?: string
}
