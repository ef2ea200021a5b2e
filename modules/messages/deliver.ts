import type { Act, Work } from '@yiwang/kernel'
import { beginAttempt, insertAttempt, settleDelivery, type Outgoing } from './delivery-store.ts'
import type { GatewayReceipt } from './gateway.ts'
import { templates, type Template } from './templates.ts'

/** After so many attempts of a round without an answer a message is given up. The job desk tries as often, over more than an hour. */
export const mostAttempts = 12

/**
 * Carries one message to the gateway (消息发送). It may be called twice for one message, and at the same time: the gateway knows a message
 * by its id, and who comes second finds it settled.
 */
export async function deliver(work: Work, deliveryId: string): Promise<void> {
  const outgoing = await work.perform('messages.begin', (act) => beginAttempt(act, deliveryId))
  if (!outgoing) return
  const receipt = await carried(work, outgoing)
  await work.perform('messages.note', (act) => note(act, deliveryId, outgoing, receipt))
  if (mayTryAgain(outgoing, receipt)) throw receipt.error
}

type Receipt = GatewayReceipt | { outcome: 'noAnswer'; error: unknown }

async function carried({ outside }: Work, { channel, messageId, to, subject, text }: Outgoing): Promise<Receipt> {
  try {
    const message = { id: messageId, to, text }
    return channel === 'email' ? await outside.messageGateway.email({ ...message, subject }) : await outside.messageGateway.sms(message)
  } catch (error) {
    return { outcome: 'noAnswer', error }
  }
}

function mayTryAgain({ attemptInRound }: Outgoing, receipt: Receipt): receipt is Extract<Receipt, { outcome: 'noAnswer' }> {
  return receipt.outcome === 'noAnswer' && attemptInRound < mostAttempts
}

async function note(act: Act, deliveryId: string, outgoing: Outgoing, receipt: Receipt): Promise<void> {
  const { attempt, template } = outgoing
  const gatewayId = 'gatewayId' in receipt ? receipt.gatewayId : undefined
  await insertAttempt(act, deliveryId, { number: attempt, outcome: receipt.outcome, ...(gatewayId === undefined ? {} : { gatewayId }) })
  if (mayTryAgain(outgoing, receipt)) return

  const state = receipt.outcome === 'delivered' || receipt.outcome === 'undelivered' ? receipt.outcome : 'failed'
  const settled = await settleDelivery(act, deliveryId, state, { forget: isSecret(template) })
  if (!settled || state === 'delivered') return
  await act.publish('message.notDelivered', { deliveryId, template, ...settled })
}

/** A template that is no longer there is taken for secret. */
function isSecret(code: string): boolean {
  const all: Readonly<Record<string, Template>> = templates
  const template = all[code]
  return template === undefined || template.secret === true
}
