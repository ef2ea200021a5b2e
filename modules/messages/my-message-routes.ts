import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { languageOf, PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Consent, ConsentInput, Message, Preferences } from './contract.ts'
import { countUnread, listMessages, markAllRead, markRead } from './message-store.ts'
import { consentsOf, insertConsent, preferencesOf, savePreferences } from './preference-store.ts'

const tags = ['messages']
const config = { may: 'messages.inbox' }
const Unread = Type.Object({ unread: Type.Integer() })

export const myMessageRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/my/messages',
    {
      config,
      schema: {
        operationId: 'listMyMessages',
        tags,
        summary: '我的消息',
        querystring: Type.Object({ unread: Type.Optional(Type.Boolean()), ...PageQuery }),
        response: { 200: pageOf(Message) },
      },
    },
    (request) => api.read(request, (desk) => listMessages(desk, request.query, languageOf(request.headers['accept-language']))),
  )
  api.get(
    '/my/messages/unread-count',
    { config, schema: { operationId: 'countMyUnreadMessages', tags, summary: '未读消息数', response: { 200: Unread } } },
    (request) => api.read(request, async (desk) => ({ unread: await countUnread(desk) })),
  )
  api.post(
    '/my/messages/:id/reading',
    {
      config,
      schema: {
        operationId: 'readMyMessage',
        tags,
        summary: '标为已读',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Unread },
      },
    },
    (request) =>
      api.perform(request, async (act) => {
        await markRead(act, request.params.id)
        return { unread: await countUnread(act) }
      }),
  )
  api.post(
    '/my/messages/reading',
    { config, schema: { operationId: 'readAllMyMessages', tags, summary: '全部标为已读', response: { 200: Unread } } },
    (request) =>
      api.perform(request, async (act) => {
        await markAllRead(act)
        return { unread: await countUnread(act) }
      }),
  )
  await api.register(preferenceRoutes)
}

const preferenceRoutes: FastifyPluginAsyncTypebox = async (api) => {
  const config = { may: 'messages.own' }
  api.get(
    '/my/message-preferences',
    { config, schema: { operationId: 'getMyMessagePreferences', tags, summary: '消息接收方式', response: { 200: Preferences } } },
    (request) => api.read(request, ({ tx, by }) => preferencesOf(tx, by.id)),
  )
  api.put(
    '/my/message-preferences',
    {
      config,
      schema: {
        operationId: 'setMyMessagePreferences',
        tags,
        summary: '设定消息接收方式',
        body: Preferences,
        response: { 200: Preferences },
      },
    },
    (request) =>
      api.perform(request, async (act) => {
        await savePreferences(act, request.body)
        return request.body
      }),
  )
  api.get(
    '/my/message-consents',
    { config, schema: { operationId: 'listMyMessageConsents', tags, summary: '推送同意记录', response: { 200: Type.Array(Consent) } } },
    (request) => api.read(request, ({ tx, by }) => consentsOf(tx, by.id)),
  )
  api.post(
    '/my/message-consents',
    {
      config,
      schema: {
        operationId: 'consentToInformation',
        tags,
        summary: '同意或不再接收推送',
        body: ConsentInput,
        response: { 200: Type.Array(Consent) },
      },
    },
    (request) =>
      api.perform(request, async (act) => {
        await insertConsent(act, request.body.agreed)
        return consentsOf(act.tx, act.by.id)
      }),
  )
}
