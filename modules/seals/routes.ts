import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { ApplyForSealInput, DecideSealInput, Seal, SealKey, SealPage, SealReason, SealVerdict } from './contract.ts'
import { applyForSeal } from './apply-for-seal.ts'
import { destroySeal, issueSeal, reportSealLoss, resumeSeal, suspendSeal } from './change-seal.ts'
import { checkPdf } from './check-pdf.ts'
import { decideSeal } from './decide-seal.ts'
import { makeSeal, prepareSeal, sealToMake } from './make-seal.ts'
import { receivedPdf } from './received-pdf.ts'
import { listSeals } from './seal-store.ts'

const tags = ['seals']
const answer = { 200: Seal }

export const sealRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/seals',
    {
      config: { may: 'seals.look' },
      schema: { operationId: 'listSeals', tags, summary: '电子印章', querystring: PageInput, response: { 200: SealPage } },
    },
    (request) => api.read(request, (desk) => listSeals(desk, request.query)),
  )
  api.post(
    '/seals',
    {
      config: { may: 'seals.apply' },
      schema: { operationId: 'applyForSeal', tags, summary: '申请电子印章', body: ApplyForSealInput, response: answer },
    },
    (request) => api.perform(request, (act) => applyForSeal(act, request.body)),
  )
  api.post(
    '/seals/:id/decision',
    {
      config: { may: 'seals.approve' },
      schema: { operationId: 'decideSeal', tags, summary: '审批电子印章', params: SealKey, body: DecideSealInput, response: answer },
    },
    (request) => api.perform(request, (act) => decideSeal(act, request.params.id, request.body)),
  )
  api.post(
    '/seals/:id/making',
    {
      config: { may: 'seals.make' },
      schema: { operationId: 'makeSeal', tags, summary: '制作电子印章', params: SealKey, response: answer },
    },
    async (request) => {
      const work = api.work(request)
      const wanted = await work.perform('seals.beginMaking', (act) => sealToMake(act, request.params.id))
      const made = await prepareSeal(work, wanted)
      return api.perform(request, (act) => makeSeal(act, request.params.id, made))
    },
  )
  api.post(
    '/seals/:id/issue',
    {
      config: { may: 'seals.make' },
      schema: { operationId: 'issueSeal', tags, summary: '发放电子印章', params: SealKey, response: answer },
    },
    (request) => api.perform(request, (act) => issueSeal(act, request.params.id)),
  )
  api.post(
    '/seals/:id/suspension',
    {
      config: { may: 'seals.manage' },
      schema: { operationId: 'suspendSeal', tags, summary: '停用电子印章', params: SealKey, body: SealReason, response: answer },
    },
    (request) => api.perform(request, (act) => suspendSeal(act, request.params.id, request.body.reason)),
  )
  api.post(
    '/seals/:id/resumption',
    {
      config: { may: 'seals.manage' },
      schema: { operationId: 'resumeSeal', tags, summary: '恢复电子印章', params: SealKey, response: answer },
    },
    (request) => api.perform(request, (act) => resumeSeal(act, request.params.id)),
  )
  api.post(
    '/seals/:id/loss',
    {
      config: { may: 'seals.manage' },
      schema: { operationId: 'reportSealLoss', tags, summary: '挂失电子印章', params: SealKey, body: SealReason, response: answer },
    },
    (request) => api.perform(request, (act) => reportSealLoss(act, request.params.id, request.body.reason)),
  )
  api.post(
    '/seals/:id/destruction',
    {
      config: { may: 'seals.manage' },
      schema: { operationId: 'destroySeal', tags, summary: '销毁电子印章', params: SealKey, body: SealReason, response: answer },
    },
    (request) => api.perform(request, (act) => destroySeal(act, request.params.id, request.body.reason)),
  )
  api.post(
    '/seals/verification',
    {
      config: { may: 'seals.check', rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        operationId: 'checkSealedFile',
        tags,
        summary: '核验签章文件',
        consumes: ['multipart/form-data'],
        response: { 200: SealVerdict },
      },
    },
    async (request) => checkPdf(api.work(request), await receivedPdf(request)),
  )
}
