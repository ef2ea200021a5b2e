import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { Type } from 'typebox'
import { CourierCallback, WaybillPage } from './contract.ts'
import { problem } from './problems.ts'
import { receiveNews } from './receive-news.ts'
import { listMyWaybills } from './waybill-queries.ts'

const tags = ['logistics']

export const logisticsRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/my/waybills',
    {
      config: { may: 'logistics.own' },
      schema: { operationId: 'listMyWaybills', tags, summary: '我的递送', querystring: PageInput, response: { 200: WaybillPage } },
    },
    (request) => api.read(request, (desk) => listMyWaybills(desk, request.query)),
  )
  api.post(
    '/logistics/callbacks',
    {
      config: { may: 'logistics.callback', signed: true },
      schema: {
        operationId: 'receiveCourierCallback',
        tags,
        summary: '物流状态通知',
        body: CourierCallback,
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const work = api.work(request)
      const known = work.outside.courier.isItsCallback({
        path: request.url,
        body: request.signedBytes ?? Buffer.alloc(0),
        headers: request.headers,
        now: work.now(),
      })
      if (!known) throw problem.callbackForged()
      await api.perform(request, (act) => receiveNews(act, request.body, known.nonce))
      return reply.type('text/plain').send('success')
    },
  )
}
