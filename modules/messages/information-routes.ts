import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Information, InformationInput } from './contract.ts'
import { inform } from './inform.ts'
import { listInformation } from './information-store.ts'

const tags = ['messages']
const config = { may: 'messages.inform' }

export const informationRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/messages/information',
    {
      config,
      schema: {
        operationId: 'listInformation',
        tags,
        summary: '推送信息',
        querystring: PageInput,
        response: { 200: pageOf(Information) },
      },
    },
    (request) => api.read(request, (desk) => listInformation(desk, request.query)),
  )
  api.post(
    '/messages/information',
    {
      config,
      schema: {
        operationId: 'inform',
        tags,
        summary: '向同意接收的用户推送信息',
        body: InformationInput,
        response: { 200: Type.Object({ id: Type.String() }) },
      },
    },
    (request) => api.perform(request, async (act) => ({ id: await inform(act, request.body) })),
  )
}
