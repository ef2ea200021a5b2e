import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DiscrepancyKey, DiscrepancyPage, DiscrepancyQuery, MendInput } from './contract.ts'
import { listDiscrepancies } from './discrepancy-queries.ts'
import { askAgain, mendOtherwise } from './mend.ts'

const tags = ['payments']
const config = { may: 'payments.mend' }
const Done = Type.Object({})

/** Money that needs a hand (资金差错处理). */
export const discrepancyRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/payments/discrepancies',
    {
      config,
      schema: {
        operationId: 'listDiscrepancies',
        tags,
        summary: '资金差错',
        querystring: DiscrepancyQuery,
        response: { 200: DiscrepancyPage },
      },
    },
    (request) => api.read(request, (desk) => listDiscrepancies(desk, request.query)),
  )
  api.post(
    '/payments/discrepancies/:id/asking',
    { config, schema: { operationId: 'askPlatformAgain', tags, summary: '重新请求平台', params: DiscrepancyKey, response: { 200: Done } } },
    (request) =>
      api.perform(request, async (act) => {
        await askAgain(act, request.params.id)
        return {}
      }),
  )
  api.post(
    '/payments/discrepancies/:id/mending',
    {
      config,
      schema: {
        operationId: 'mendDiscrepancy',
        tags,
        summary: '另行处理',
        params: DiscrepancyKey,
        body: MendInput,
        response: { 200: Done },
      },
    },
    (request) =>
      api.perform(request, async (act) => {
        await mendOtherwise(act, request.params.id, request.body)
        return {}
      }),
  )
}
