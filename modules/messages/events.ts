import type { Subject } from './contract.ts'
import type { MessageGateway } from './gateway.ts'

export interface NotDelivered {
  deliveryId: string
  template: string
  about?: Subject
}

declare module '@yiwang/kernel' {
  interface Events {
    'message.notDelivered': NotDelivered
  }
  interface Jobs {
    'messages.deliver': { deliveryId: string }
    'messages.inform': { informationId: string }
  }
  interface Outside {
    messageGateway: MessageGateway
  }
}
