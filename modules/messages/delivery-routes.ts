import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Channel, Delivery, DeliveryState, DeliveryWithAttempts } from './contract.ts'
import { listDeliveries, showDelivery } from './delivery-queries.ts'
import { resend } from './resend.ts'

const tags = ['messages']
const DeliveryKey = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const deliveryRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/messages/deliveries',
    {
      config: { may: 'messages.lookDeliveries' },
      schema: {
        operationId: 'listDeliveries',
        tags,
        summary: '消息发送记录',
        querystring: Type.Object({
          state: Type.Optional(DeliveryState),
          channel: Type.Optional(Channel),
          about: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
          to: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
          ...PageQuery,
        }),
        response: { 200: pageOf(Delivery) },
      },
    },
    (request) => api.read(request, (desk) => listDeliveries(desk, request.query)),
  )
  api.get(
    '/messages/deliveries/:id',
    {
      config: { may: 'messages.lookDeliveries' },
      schema: {
        operationId: 'getDelivery',
        tags,
        summary: '一条消息的发送过程',
        params: DeliveryKey,
        response: { 200: DeliveryWithAttempts },
      },
    },
    (request) => api.read(request, (desk) => showDelivery(desk, request.params.id)),
  )
  api.post(
    '/messages/deliveries/:id/resending',
    {
      config: { may: 'messages.resend' },
      schema: { operationId: 'resendMessage', tags, summary: '重发', params: DeliveryKey, response: { 200: Type.Object({}) } },
    },
    (request) =>
      api.perform(request, async (act) => {
        await resend(act, request.params.id)
        return {}
      }),
  )
}
