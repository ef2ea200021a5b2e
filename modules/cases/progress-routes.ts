import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CaseKey, CodeProgress, PublicProgress } from './contract.ts'
import { answerCall, progressByCode, progressByNumber } from './progress.ts'

const tags = ['cases']
/** Numbers follow a rule and could be tried one after the other. */
const open = { may: 'cases.progress', rateLimit: { max: 30, timeWindow: 60_000 } }

/** Progress for whoever has a number or a notice. */
export const progressRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/progress/:caseNumber',
    {
      config: open,
      schema: { operationId: 'getProgress', tags, summary: '按编号查办件进度', params: CaseKey, response: { 200: PublicProgress } },
    },
    (request) => api.read(request, (desk) => progressByNumber(desk, request.params.caseNumber)),
  )
  api.get(
    '/progress/by-code/:auditCode',
    {
      config: open,
      schema: {
        operationId: 'getProgressByCode',
        tags,
        summary: '扫码查办件进度',
        params: Type.Object({ auditCode: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: CodeProgress },
      },
    },
    (request) => api.read(request, (desk) => progressByCode(desk, request.params.auditCode)),
  )
  api.post(
    '/progress/:caseNumber/calls',
    {
      config: { may: 'cases.answerCalls' },
      schema: { operationId: 'answerProgressCall', tags, summary: '热线代查办件进度', params: CaseKey, response: { 200: PublicProgress } },
    },
    (request) => api.perform(request, (act) => answerCall(act, request.params.caseNumber)),
  )
}
