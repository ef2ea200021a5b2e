import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CaseMoved, Draft, DraftInput, DraftKey, StartDraftInput } from './contract.ts'
import { discardDraft, getDraft, listDrafts, saveDraft, startDraft } from './drafts.ts'
import { submit } from './submit.ts'

const tags = ['cases']

/** What an applicant does online before there is a case. */
export const applicationRoutes: FastifyPluginAsyncTypebox = async (api) => {
  const apply = { may: 'cases.apply' }
  api.post(
    '/drafts',
    { config: apply, schema: { operationId: 'startDraft', tags, summary: '开始申请', body: StartDraftInput, response: { 201: Draft } } },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => startDraft(act, request.body.implementationCode))),
  )
  api.get(
    '/drafts',
    {
      config: apply,
      schema: { operationId: 'listDrafts', tags, summary: '我的草稿', response: { 200: Type.Object({ items: Type.Array(Draft) }) } },
    },
    (request) => api.read(request, async (desk) => ({ items: await listDrafts(desk) })),
  )
  api.get(
    '/drafts/:id',
    { config: apply, schema: { operationId: 'getDraft', tags, summary: '打开草稿', params: DraftKey, response: { 200: Draft } } },
    (request) => api.read(request, (desk) => getDraft(desk, request.params.id)),
  )
  api.put(
    '/drafts/:id',
    {
      config: apply,
      schema: { operationId: 'saveDraft', tags, summary: '保存草稿', params: DraftKey, body: DraftInput, response: { 200: Draft } },
    },
    (request) => api.perform(request, (act) => saveDraft(act, request.params.id, request.body)),
  )
  api.delete(
    '/drafts/:id',
    {
      config: apply,
      schema: { operationId: 'discardDraft', tags, summary: '放弃草稿', params: DraftKey, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await api.perform(request, (act) => discardDraft(act, request.params.id))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/drafts/:id/submission',
    {
      config: apply,
      schema: { operationId: 'submitApplication', tags, summary: '提交申请', params: DraftKey, response: { 201: CaseMoved } },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => submit(act, request.params.id))),
  )
}
