import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { discrepancyRoutes } from './discrepancy-routes.ts'
import { PageInput } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Cashier, NoticeKey, NoticePage, NoticeQuery, PaymentNotice, PlatformCallback, RefundInput } from './contract.ts'
import { collectPayment, orderPayment } from './order-payment.ts'
import { listMyNotices, listNotices } from './payment-queries.ts'
import { getOwnNotice } from './payment-store.ts'
import { problem } from './problems.ts'
import { receiveCallback } from './receive-callback.ts'
import { askRefund } from './refund.ts'

const tags = ['payments']
const own = { may: 'payments.own' }

export const paymentRoutes: FastifyPluginAsyncTypebox = async (api) => {
  await api.register(discrepancyRoutes)
  api.get(
    '/my/payments',
    {
      config: own,
      schema: { operationId: 'listMyPayments', tags, summary: '我的缴款单', querystring: PageInput, response: { 200: NoticePage } },
    },
    (request) => api.read(request, (desk) => listMyNotices(desk, request.query)),
  )
  api.get(
    '/my/payments/:number',
    {
      config: own,
      schema: { operationId: 'getMyPayment', tags, summary: '我的一张缴款单', params: NoticeKey, response: { 200: PaymentNotice } },
    },
    (request) => api.read(request, ({ tx, by }) => getOwnNotice(tx, request.params.number, by.id)),
  )
  api.post(
    '/my/payments/:number/order',
    { config: own, schema: { operationId: 'orderPayment', tags, summary: '在线缴费', params: NoticeKey, response: { 200: Cashier } } },
    async (request) => ({
      cashierUrl: await orderPayment(api.work(request), request.params.number),
    }),
  )
  api.get(
    '/payments',
    {
      config: { may: 'payments.look' },
      schema: { operationId: 'listPayments', tags, summary: '缴款单', querystring: NoticeQuery, response: { 200: NoticePage } },
    },
    (request) => api.read(request, (desk) => listNotices(desk, request.query)),
  )
  api.post(
    '/payments/:number/order',
    {
      config: { may: 'payments.collect' },
      schema: { operationId: 'collectPayment', tags, summary: '窗口扫码缴费', params: NoticeKey, response: { 200: Cashier } },
    },
    async (request) => ({
      cashierUrl: await collectPayment(api.work(request), request.params.number),
    }),
  )
  api.post(
    '/payments/:number/refunds',
    {
      config: { may: 'payments.refund' },
      schema: { operationId: 'askRefund', tags, summary: '退款', params: NoticeKey, body: RefundInput, response: { 200: PaymentNotice } },
    },
    (request) => api.perform(request, (act) => askRefund(act, request.params.number, request.body)),
  )
  api.post(
    '/payments/callbacks',
    {
      config: { may: 'payments.callback', signed: true },
      schema: {
        operationId: 'receivePaymentCallback',
        tags,
        summary: '支付结果通知',
        body: PlatformCallback,
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const work = api.work(request)
      const sent = { path: request.url, body: request.signedBytes ?? Buffer.alloc(0), headers: request.headers, now: work.now() }
      const known = work.outside.paymentPlatform.isItsCallback(sent)
      if (!known) throw problem.callbackForged()
      await api.perform(request, (act) => receiveCallback(act, request.body, known.nonce))
      return reply.type('text/plain').send('success')
    },
  )
}
