import { beyond, indexOf, keyOf, present, toPage, type Desk, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { Attempt, Delivery, DeliveryWithAttempts } from './contract.ts'
import { reached, recipientIndex } from './delivery-store.ts'
import { deliveryProblem as problem } from './problems.ts'
import { normaliseRecipient } from './recipient.ts'

export interface DeliveryQuery extends PageInput {
  state?: string
  channel?: string
  /** Key of what it is about: a case number … */
  about?: string
  /** Telephone number or e-mail address, whole. */
  to?: string
}

const columns = [
  'id',
  'channel',
  'template',
  'recipient_shown as recipient',
  'about_kind',
  'about_key',
  'body_code as bodyCode',
  'state',
  'attempts',
  'made_at as madeAt',
  'settled_at as settledAt',
] as const

function deliveriesInReach({ tx, by }: Desk) {
  const query = tx.selectFrom('messages.delivery').select(columns)
  return query.where(reached(by, 'messages.lookDeliveries', 'messages.lookPlatform'))
}

/** Newest first. */
export async function listDeliveries(desk: Desk, { state, channel, about, to, after, limit = 20 }: DeliveryQuery): Promise<Page<Delivery>> {
  let query = deliveriesInReach(desk)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (channel !== undefined) query = query.where('channel', '=', channel)
  if (about !== undefined) query = query.where('about_key', '=', about)
  if (to !== undefined) {
    const recipient = normaliseRecipient(to.includes('@') ? 'email' : 'sms', to)
    query = query.where('recipient_index', '=', indexOf(desk.settings, recipientIndex, recipient))
  }
  if (after !== undefined) query = query.where(beyond(['made_at', 'id'], keyOf(after, 2), 'desc'))
  return toPage(await query.execute(), limit, (row) => [row.madeAt, row.id], toDelivery)
}

interface Row extends Omit<Delivery, 'about' | 'channel' | 'state' | 'bodyCode' | 'settledAt'> {
  channel: string
  state: string
  about_kind: string | null
  about_key: string | null
  bodyCode: string | null
  settledAt: string | null
}

function toDelivery({ about_kind: kind, about_key: key, ...same }: Row): Delivery {
  return { ...present(same), ...(kind !== null && key !== null ? { about: { kind, key } } : {}) } as Delivery
}

export async function showDelivery(desk: Desk, id: string): Promise<DeliveryWithAttempts> {
  const row = await deliveriesInReach(desk).where('id', '=', id).executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  return { ...toDelivery(row), history: await attemptsOf(desk.tx, id) }
}

async function attemptsOf(tx: Tx, id: string): Promise<Attempt[]> {
  const query = tx.selectFrom('messages.attempt').select(['number', 'at', 'outcome', 'gateway_id as gatewayId'])
  return (await query.where('delivery_id', '=', id).orderBy('number').execute()).map((row) => present(row) as Attempt)
}

/** What was told about something and how it went, for the module whose affair it is. */
export async function deliveriesAbout(tx: Tx, about: { kind: string; key: string }): Promise<Delivery[]> {
  const query = tx.selectFrom('messages.delivery').select(columns).where('about_kind', '=', about.kind).where('about_key', '=', about.key)
  return (await query.orderBy('made_at').orderBy('id').execute()).map(toDelivery)
}
