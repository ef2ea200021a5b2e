import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listItemsInReach } from '@yiwang/catalogue'
import { ItemsPage, ItemsQuery } from '@yiwang/catalogue/contract'
import { accept } from './accept.ts'
import {
  AcceptInput,
  CaseKey,
  CaseMoved,
  CheckedIdentity,
  HandleAtOnceInput,
  KnownMaterials,
  KnownMaterialsInput,
  OpinionInput,
  RefuseInput,
  RequestCorrectionInput,
  ResubmitInput,
  SupplyDeferredInput,
  WalkInInput,
} from './contract.ts'
import { checkIdentity } from './identity-check.ts'
import { handleAtOnce } from './handle-at-once.ts'
import { knownMaterials } from './known-materials.ts'
import { preAccept } from './pre-accept.ts'
import { refuse } from './refuse.ts'
import { requestCorrection } from './request-correction.ts'
import { resubmitAtCounter } from './resubmit.ts'
import { supplyDeferredAtCounter } from './supply-deferred.ts'
import { walkIn } from './walk-in.ts'

const tags = ['cases']
const response = { 200: CaseMoved }

/** What the counter does with an application until it is accepted or refused. */
export const counterRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/counter-items',
    {
      config: { may: 'cases.register' },
      schema: { operationId: 'listCounterItems', tags, summary: '窗口可受理的事项', querystring: ItemsQuery, response: { 200: ItemsPage } },
    },
    (request) => api.read(request, (desk) => listItemsInReach(desk, 'cases.register', request.query)),
  )
  api.post(
    '/cases',
    {
      config: { may: 'cases.register' },
      schema: { operationId: 'registerWalkIn', tags, summary: '窗口接件', body: WalkInInput, response: { 201: CaseMoved } },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => walkIn(act, request.body))),
  )
  api.post(
    '/cases/known-materials',
    {
      config: { may: 'cases.register' },
      schema: {
        operationId: 'listKnownMaterials',
        tags,
        summary: '申请人已有的证照材料',
        body: KnownMaterialsInput,
        response: { 200: KnownMaterials },
      },
    },
    (request) => api.perform(request, async (act) => ({ materials: await knownMaterials(act, request.body) })),
  )
  api.post(
    '/cases/:caseNumber/correction-request',
    {
      config: { may: 'cases.preReview' },
      schema: { operationId: 'requestCorrection', tags, summary: '补齐补正告知', params: CaseKey, body: RequestCorrectionInput, response },
    },
    (request) => api.perform(request, (act) => requestCorrection(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/correction',
    {
      config: { may: 'cases.register' },
      schema: { operationId: 'resubmitAtCounter', tags, summary: '窗口收取补正材料', params: CaseKey, body: ResubmitInput, response },
    },
    (request) => api.perform(request, (act) => resubmitAtCounter(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/deferred-materials',
    {
      config: { may: 'cases.register' },
      schema: {
        operationId: 'supplyDeferredAtCounter',
        tags,
        summary: '窗口收取容缺补交材料',
        params: CaseKey,
        body: SupplyDeferredInput,
        response,
      },
    },
    (request) => api.perform(request, (act) => supplyDeferredAtCounter(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/pre-acceptance',
    {
      config: { may: 'cases.preReview' },
      schema: { operationId: 'preAcceptCase', tags, summary: '预审通过', params: CaseKey, body: OpinionInput, response },
    },
    (request) => api.perform(request, (act) => preAccept(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/acceptance',
    {
      config: { may: 'cases.accept' },
      schema: { operationId: 'acceptCase', tags, summary: '受理', params: CaseKey, body: AcceptInput, response },
    },
    (request) => api.perform(request, (act) => accept(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/immediate-handling',
    {
      config: { may: 'cases.handleAtOnce' },
      schema: { operationId: 'handleAtOnce', tags, summary: '即办件当场办结', params: CaseKey, body: HandleAtOnceInput, response },
    },
    (request) => api.perform(request, (act) => handleAtOnce(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/refusal',
    {
      config: { may: 'cases.refuse' },
      schema: { operationId: 'refuseCase', tags, summary: '不予受理', params: CaseKey, body: RefuseInput, response },
    },
    (request) => api.perform(request, (act) => refuse(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/cases/:caseNumber/identity-check',
    {
      config: { may: 'cases.checkIdentity', secretAnswer: true },
      schema: {
        operationId: 'checkApplicantIdentity',
        tags,
        summary: '核对申请人身份',
        params: CaseKey,
        response: { 200: CheckedIdentity },
      },
    },
    (request) => api.perform(request, (act) => checkIdentity(act, request.params.caseNumber)),
  )
}
