import type { Party, WaybillState } from './contract.ts'

export interface WaybillMoved {
  number: string
  subject: { kind: string; key: string }
  direction: 'pickUp' | 'delivery'
  state: WaybillState
}

/** The courier. Asking twice with the same number is asking once. */
export interface Courier {
  order(asked: {
    number: string
    direction: 'pickUp' | 'delivery'
    sender: Party
    recipient: Party
    goods: string
    payer: 'sender' | 'recipient' | 'merchant'
  }): Promise<{ courierNumber: string; feeFen: number }>
  isItsCallback(sent: {
    path: string
    body: Uint8Array
    headers: Readonly<Record<string, unknown>>
    now: Date
  }): { nonce: string } | undefined
}

declare module '@yiwang/kernel' {
  interface Events {
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
