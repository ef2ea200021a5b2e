import { newId, type Act, type Language } from '@yiwang/kernel'
import { asSms, compose, type Texts } from './compose.ts'
import type { Subject } from './contract.ts'
import { insertDelivery } from './delivery-store.ts'
import { insertMessage } from './message-store.ts'
import { hasConsent, preferencesOf } from './preference-store.ts'
import { normaliseRecipient } from './recipient.ts'
import { templates, type Template, type TemplateCode, type Values } from './templates.ts'

export interface Recipient {
  accountId?: string
  phone?: string
  email?: string
}

export interface SendInput<T extends TemplateCode> {
  template: T
  values: Values<T>
  to: Recipient
  about?: Subject
  /** In whose name it is sent; clerks of this body see the record. */
  from?: { bodyCode: string; division: string }
  /** In the personal space only (docs/decisions/2026-11-24-which-turn-is-told-how.md): what one may want to know and need not be called for. */
  quietly?: boolean
}

/**
 * Tells somebody something (消息服务, guide 三（三）3). It stands in his personal space at once; SMS and e-mail go out after the commit, as he
 * prefers. Information that is not about his own affairs goes only to who agreed to it.
 */
export async function send<T extends TemplateCode>(act: Act, input: SendInput<T>): Promise<void> {
  const { to, about, from, quietly = false } = input
  const template: Template = templates[input.template]
  if (template.kind === 'information' && !(await hasConsent(act.tx, to.accountId))) return
  const message: Composing = {
    head: { template: input.template, ...(about ? { about } : {}), ...(from ? { from } : {}) },
    texts: compose(template, input.values),
  }
  const { sms, email, language } = await preferencesOf(act.tx, to.accountId)
  const always = template.kind === 'account'

  if (to.accountId !== undefined && !template.secret) await tellOnSite(act, message, to.accountId)
  if (quietly) return
  if (to.phone !== undefined && (always || sms)) await carry(act, message, 'sms', to, to.phone, language)
  if (to.email !== undefined && !template.secret && (always || email)) await carry(act, message, 'email', to, to.email, language)
}

interface Composing {
  head: { template: string; about?: Subject; from?: { bodyCode: string; division: string } }
  texts: Texts
}

async function tellOnSite(act: Act, { head, texts }: Composing, accountId: string): Promise<void> {
  await insertMessage(act, { ...head, id: newId(), accountId, texts })
  await insertDelivery(act, { ...head, id: newId(), channel: 'site', accountId })
}

async function carry(
  act: Act,
  { head, texts }: Composing,
  channel: 'sms' | 'email',
  { accountId }: Recipient,
  recipient: string,
  language: Language,
): Promise<void> {
  const id = newId()
  const told = texts[language]
  const content = channel === 'sms' ? { text: asSms(told, language) } : { text: told.text, subject: told.title }
  await insertDelivery(act, {
    ...head,
    id,
    channel,
    ...(accountId === undefined ? {} : { accountId }),
    content: { ...content, recipient: normaliseRecipient(channel, recipient) },
  })
  await act.enqueue('messages.deliver', { deliveryId: id })
}
