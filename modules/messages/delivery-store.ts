import { hide, indexOf, reveal, within, type Act } from '@yiwang/kernel'
import { sql, type SqlBool } from 'kysely'
import type { Attempt, Channel, DeliveryState, Subject } from './contract.ts'
import { deliveryProblem as problem } from './problems.ts'
import { maskRecipient } from './recipient.ts'

export interface NewDelivery {
  id: string
  channel: Channel
  template: string
  accountId?: string
  about?: Subject
  from?: { bodyCode: string; division: string }
  content?: { recipient: string; text: string; subject?: string }
}

const placeOf = (id: string, column: string): string => `messages.delivery/${column}/${id}`

/** Purpose of the blind index by which a recipient is found. */
export const recipientIndex = 'messages.recipient'

/** Recipient and text are hidden at rest; a recipient can be found by who knows it. What stands in the personal space is there at once. */
export async function insertDelivery(act: Act, { id, channel, template, accountId, about, from, content }: NewDelivery): Promise<void> {
  const head = { id, channel, template, account_id: accountId, about_kind: about?.kind, about_key: about?.key, made_at: act.now }
  const scope = { body_code: from?.bodyCode, division: from?.division }
  const rest = content ? hidden(act, id, channel, content) : { recipient_shown: '', state: 'delivered', settled_at: act.now }
  await act.tx
    .insertInto('messages.delivery')
    .values({ ...head, ...scope, ...rest })
    .execute()
}

function hidden({ settings }: Act, id: string, channel: Channel, { recipient, text, subject }: Required<NewDelivery>['content']) {
  return {
    recipient_hidden: hide(settings, recipient, placeOf(id, 'recipient')),
    recipient_index: indexOf(settings, recipientIndex, recipient),
    recipient_shown: maskRecipient(channel, recipient),
    text_hidden: hide(settings, text, placeOf(id, 'text')),
    subject,
    state: 'waiting',
  }
}

export interface Outgoing {
  channel: Channel
  template: string
  /** One for each round, so that the gateway knows a repeated send from a new one. */
  messageId: string
  to: string
  subject: string
  text: string
  attempt: number
  /** Of the round; `attempt` counts over all rounds. */
  attemptInRound: number
}

/** Takes up a waiting delivery and counts the attempt; nothing when it is settled already. */
export async function beginAttempt({ tx, settings }: Act, id: string): Promise<Outgoing | undefined> {
  const row = await tx
    .updateTable('messages.delivery')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['channel', 'template', 'round', 'attempts', 'attempts_before', 'recipient_hidden', 'subject', 'text_hidden'])
    .executeTakeFirst()
  if (!row?.recipient_hidden || !row.text_hidden) return undefined
  return {
    channel: row.channel as Channel,
    template: row.template,
    messageId: `${id}.${row.round}`,
    to: reveal(settings, row.recipient_hidden, placeOf(id, 'recipient')),
    subject: row.subject ?? '',
    text: reveal(settings, row.text_hidden, placeOf(id, 'text')),
    attempt: row.attempts,
    attemptInRound: row.attempts - row.attempts_before,
  }
}

export async function insertAttempt(act: Act, deliveryId: string, attempt: Omit<Attempt, 'at'>): Promise<void> {
  const { number, outcome, gatewayId } = attempt
  await act.tx
    .insertInto('messages.attempt')
    .values({ delivery_id: deliveryId, number, outcome, gateway_id: gatewayId, at: act.now })
    .execute()
}

/** What the settled delivery was about; nothing when another settled it first. A secret text is forgotten. */
export async function settleDelivery(
  act: Act,
  id: string,
  state: Exclude<DeliveryState, 'waiting'>,
  { forget }: { forget: boolean },
): Promise<{ about?: Subject } | undefined> {
  const row = await act.tx
    .updateTable('messages.delivery')
    .set({ state, settled_at: act.now, ...(forget ? { text_hidden: null } : {}) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['about_kind as kind', 'about_key as key'])
    .executeTakeFirst()
  if (!row) return undefined
  return row.kind !== null && row.key !== null ? { about: { kind: row.kind, key: row.key } } : {}
}

/** What belongs to no body – codes, affairs of accounts – is seen by who looks after the platform. */
export function reached(by: Act['by'], permission: string, platformPermission: string) {
  const platform = by.kind === 'system' || by.grants.some((grant) => grant.permission === platformPermission)
  return sql<SqlBool>`(${within(by, permission, { body: 'body_code', division: 'division' })} or (body_code is null and ${platform}))`
}

/** A delivery that did not arrive waits again, in a new round. @throws delivery.notFound, delivery.notFailed, delivery.textForgotten */
export async function reopenDelivery({ tx, by }: Act, id: string): Promise<void> {
  const row = await tx
    .selectFrom('messages.delivery')
    .select(['state', 'text_hidden'])
    .where('id', '=', id)
    .where(reached(by, 'messages.resend', 'messages.lookPlatform'))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  if (row.state !== 'undelivered' && row.state !== 'failed') throw problem.notFailed({ state: row.state })
  if (row.text_hidden === null) throw problem.textForgotten()
  await tx
    .updateTable('messages.delivery')
    .set(({ eb }) => ({ state: 'waiting', settled_at: null, round: eb('round', '+', 1), attempts_before: eb.ref('attempts') }))
    .where('id', '=', id)
    .execute()
}
