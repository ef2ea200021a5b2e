import type { Party, WaybillState } from './contract.ts'

export interface WaybillMoved {
  number: string
  subject: { kind: string; key: string }
  direction: 'pickUp' | 'delivery'
  state: WaybillState
}

/** Taken on, or refused for a reason of the courier's own. */
export type CourierWord = { outcome: 'ordered'; courierNumber: string; feeFen: number } | { outcome: 'refused'; why: string }

/** The courier. Asking twice with the same number is asking once. */
export interface Courier {
  order(asked: {
    number: string
    direction: 'pickUp' | 'delivery'
    sender: Party
    recipient: Party
    goods: string
    payer: 'sender' | 'recipient' | 'merchant'
  }): Promise<CourierWord>
  isItsCallback(sent: {
    path: string
    body: Uint8Array
    headers: Readonly<Record<string, unknown>>
    now: Date
  }): { nonce: string } | undefined
}

declare module '@yiwang/kernel' {
  interface Events {
    /** `refused` too: it never set out. */
    'waybill.moved': WaybillMoved
  }
  interface Jobs {
    'logistics.order': { number: string }
    'logistics.orderWaiting': Record<string, never>
  }
  interface Outside {
    courier: Courier
  }
}
