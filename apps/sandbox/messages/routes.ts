import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { keyHolder } from '../caller.ts'
import { sendPage } from '../page.ts'
import { Problem } from '../problems.ts'
import type { World } from '../world.ts'
import { Email, InboxMessage, Receipt, Sms } from './contract.ts'
import { inboxBody } from './inbox-page.ts'

const InboxQuery = Type.Object(
  { to: Type.Optional(Type.String({ maxLength: 254 })), kind: Type.Optional(Type.Enum(['sms', 'email', ''])) },
  { additionalProperties: false },
)
const MessageKey = Type.Object({ messageId: Type.String({ maxLength: 64 }) })

/** SMS and e-mail gateway, and the inbox of everybody who got something. */
export const messageRoutes: FastifyPluginAsyncTypebox<{ world: World }> = async (api, { world }) => {
  const book = world.books.open<InboxMessage>('messages')
  const inbox = ({ to, kind }: { to?: string; kind?: string }): InboxMessage[] =>
    book
      .list()
      .filter((one) => (to === undefined || to === '' || one.to === to) && (kind === undefined || kind === '' || one.kind === kind))
      .slice(-100)
      .toReversed()
  const post = (message: Pick<InboxMessage, 'kind' | 'messageId' | 'to' | 'text'> & Partial<InboxMessage>): Receipt => {
    const before = book.get(message.messageId)
    if (before !== undefined) return again(before, message)
    const state = world.modes.strike('messages', 'undelivered') === undefined ? 'delivered' : 'undelivered'
    const kept: InboxMessage = { ...message, gatewayId: randomUUID(), acceptedAt: world.clock.now().toISOString(), state }
    book.put(kept.messageId, kept)
    return receiptOf(kept)
  }
  const withKey = { preValidation: keyHolder(world.secrets.messages) }
  api.post('/sms', { ...withKey, schema: { body: Sms, response: { 200: Receipt } } }, ({ body }) => post({ kind: 'sms', ...body }))
  api.post('/email', { ...withKey, schema: { body: Email, response: { 200: Receipt } } }, ({ body }) => post({ kind: 'email', ...body }))
  api.get('/messages/:messageId', { ...withKey, schema: { params: MessageKey, response: { 200: Receipt } } }, ({ params }) => {
    const found = book.get(params.messageId)
    if (found === undefined) throw new Problem('record.notFound')
    return receiptOf(found)
  })
  api.get('/inbox.json', { schema: { querystring: InboxQuery, response: { 200: Type.Array(InboxMessage) } } }, ({ query }) =>
    inbox(query).filter((one) => one.state === 'delivered'),
  )
  api.get('/inbox', { schema: { querystring: InboxQuery } }, ({ query }, reply) => {
    const messages = inbox(query).filter((one) => one.state === 'delivered')
    const title = query.kind === 'email' ? '邮件收件箱' : query.kind === 'sms' ? '短信收件箱' : '收件箱'
    return sendPage(reply, { title, body: inboxBody(query, messages) })
  })
}

/** The same message number twice is one message; with other words it is a mistake of the sender. */
function again(before: InboxMessage, message: Pick<InboxMessage, 'kind' | 'to' | 'text'> & Partial<InboxMessage>): Receipt {
  const same =
    before.kind === message.kind && before.to === message.to && before.text === message.text && before.subject === message.subject
  if (!same) throw new Problem('message.conflict', { messageId: before.messageId })
  return receiptOf(before)
}

function receiptOf({ messageId, gatewayId, acceptedAt, state }: InboxMessage): Receipt {
  return { messageId, gatewayId, acceptedAt, state }
}
