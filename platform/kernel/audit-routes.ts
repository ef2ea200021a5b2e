import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { auditChain, listAudit } from './audit-queries.ts'
import { AuditChain, AuditEntry, AuditQuery } from './audit-shapes.ts'
import { pageOf } from './page.ts'

const tags = ['kernel']
const config = { may: 'kernel.lookAudit' }

/** For the audit administrator (审计管理员), of the three separated ones: the log belongs to the whole installation. */
export const auditRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/audit',
    {
      config,
      schema: { operationId: 'listAudit', tags, summary: '审计记录', querystring: AuditQuery, response: { 200: pageOf(AuditEntry) } },
    },
    (request) => api.read(request, (desk) => listAudit(desk, request.query)),
  )
  api.get(
    '/audit/chain',
    { config, schema: { operationId: 'getAuditChain', tags, summary: '审计链状态', response: { 200: AuditChain } } },
    (request) => api.read(request, auditChain),
  )
  api.post(
    '/audit/chain/check',
    // the walk takes as long as the log is: asking for it again and again would keep the workers from their work
    {
      config: { ...config, rateLimit: { max: 6, timeWindow: 60_000 } },
      schema: { operationId: 'checkAuditChain', tags, summary: '校验审计链', response: { 202: Type.Object({}) } },
    },
    async (request, reply) => {
      await api.perform(request, (act) => act.enqueue('kernel.checkAudit', {}))
      return reply.code(202).send({})
    },
  )
}
