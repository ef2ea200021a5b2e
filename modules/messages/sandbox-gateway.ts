import { outsideService, type Clock, type OutsideAnswer } from '@yiwang/kernel'
import type { GatewayReceipt, MessageGateway } from './gateway.ts'

/** The SMS and e-mail gateway of the sandbox, over HTTP. */
export function sandboxGateway({ url, key, clock }: { url: string; key: string; clock: Clock }): MessageGateway {
  const service = outsideService({ name: '短信与邮件网关', url, clock, headers: { authorization: `Bearer ${key}` } })
  return {
    sms: async ({ id, to, text }) => receiptOf(await service.call('POST', '/sms', { messageId: id, to, text })),
    email: async ({ id, to, subject, text }) => receiptOf(await service.call('POST', '/email', { messageId: id, to, subject, text })),
  }
}

function receiptOf({ status, body }: OutsideAnswer): GatewayReceipt {
  if (status !== 200) return { outcome: 'refused' }
  const { gatewayId, state } = body as { gatewayId: string; state: string }
  return { outcome: state === 'delivered' ? 'delivered' : 'undelivered', gatewayId }
}
