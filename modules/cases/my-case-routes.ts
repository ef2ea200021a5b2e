import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { sendFile } from '@yiwang/documents'
import { chooseDelivery } from './choose-delivery.ts'
import { materialFile, paperOfCase } from './case-files.ts'
import { listMyCases } from './case-queries.ts'
import { viewOwnCase } from './case-view.ts'
import {
  CaseFileKey,
  CaseKey,
  CaseMoved,
  CasePage,
  ChooseDeliveryInput,
  ResubmitInput,
  ServiceCase,
  SupplyDeferredInput,
  WithdrawInput,
} from './contract.ts'
import { resubmit } from './resubmit.ts'
import { supplyDeferred } from './supply-deferred.ts'
import { withdraw } from './withdraw.ts'

const tags = ['cases']
const own = { may: 'cases.own' }

/** What an applicant sees and does of his own cases. */
export const myCaseRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/my/cases',
    { config: own, schema: { operationId: 'listMyCases', tags, summary: '我的办件', querystring: PageInput, response: { 200: CasePage } } },
    (request) => api.read(request, (desk) => listMyCases(desk, request.query)),
  )
  api.get(
    '/my/cases/:caseNumber',
    { config: own, schema: { operationId: 'getMyCase', tags, summary: '我的办件详情', params: CaseKey, response: { 200: ServiceCase } } },
    (request) => api.read(request, (desk) => viewOwnCase(desk, request.params.caseNumber)),
  )
  api.post(
    '/my/cases/:caseNumber/correction',
    {
      config: own,
      schema: {
        operationId: 'resubmitApplication',
        tags,
        summary: '网上补正',
        params: CaseKey,
        body: ResubmitInput,
        response: { 200: CaseMoved },
      },
    },
    (request) => api.perform(request, (act) => resubmit(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/my/cases/:caseNumber/deferred-materials',
    {
      config: own,
      schema: {
        operationId: 'supplyDeferredMaterials',
        tags,
        summary: '容缺材料补交',
        params: CaseKey,
        body: SupplyDeferredInput,
        response: { 200: CaseMoved },
      },
    },
    (request) => api.perform(request, (act) => supplyDeferred(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/my/cases/:caseNumber/withdrawal',
    {
      config: own,
      schema: {
        operationId: 'withdrawApplication',
        tags,
        summary: '撤回申请',
        params: CaseKey,
        body: WithdrawInput,
        response: { 200: CaseMoved },
      },
    },
    (request) => api.perform(request, (act) => withdraw(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/my/cases/:caseNumber/delivery-choice',
    {
      config: own,
      schema: {
        operationId: 'chooseDelivery',
        tags,
        summary: '改选领取方式',
        params: CaseKey,
        body: ChooseDeliveryInput,
        response: { 200: CaseMoved },
      },
    },
    (request) => api.perform(request, (act) => chooseDelivery(act, request.params.caseNumber, request.body)),
  )
  api.get(
    '/my/cases/:caseNumber/materials/:id/content',
    { config: own, schema: { operationId: 'readMyMaterial', tags, summary: '读取自己提交的材料', params: CaseFileKey } },
    async (request, reply) => {
      const { caseNumber, id } = request.params
      const file = await api.read(request, (desk) => materialFile(desk, caseNumber, id, 'owner'))
      return sendFile(api.work(request), reply, file)
    },
  )
  api.get(
    '/my/cases/:caseNumber/papers/:id/content',
    { config: own, schema: { operationId: 'readMyCasePaper', tags, summary: '读取办件文书', params: CaseFileKey } },
    async (request, reply) => {
      const { caseNumber, id } = request.params
      return sendFile(api.work(request), reply, await paperOfCase(api.work(request), caseNumber, id, 'owner'))
    },
  )
}
