/** A gateway for others' tests: keeps what it was given, once for each id. */
import type { MessageGateway, OutgoingEmail, OutgoingSms } from './gateway.ts'

export interface Postbox extends MessageGateway {
  /** What arrived, in order. */
  readonly inbox: readonly (OutgoingSms | OutgoingEmail)[]
  /** The text that came last to this number or address. */
  lastTo(recipient: string): string | undefined
}

export function aPostbox(): Postbox {
  const inbox = new Map<string, OutgoingSms | OutgoingEmail>()
  const keep = async (message: OutgoingSms | OutgoingEmail) => {
    if (!inbox.has(message.id)) inbox.set(message.id, message)
    return { outcome: 'delivered' as const, gatewayId: `gateway-${message.id}` }
  }
  return {
    sms: keep,
    email: keep,
    get inbox() {
      return [...inbox.values()]
    },
    lastTo: (recipient) => [...inbox.values()].findLast((message) => message.to === recipient)?.text,
  }
}
