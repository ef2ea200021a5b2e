import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { QuestionPage } from './contract.ts'
import { listQuestions } from './question-store.ts'

export const registerRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/register-questions',
    {
      config: { may: 'registers.look' },
      schema: {
        operationId: 'listRegisterQuestions',
        tags: ['registers'],
        summary: '基础信息库查询记录',
        querystring: PageInput,
        response: { 200: QuestionPage },
      },
    },
    (request) => api.read(request, (desk) => listQuestions(desk, request.query)),
  )
}
