import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { sendFile } from '@yiwang/documents'
import { HeldLicenceList } from '@yiwang/licences/contract'
import { applicantNumber } from './applicant-rules.ts'
import { materialFile, paperOfCase } from './case-files.ts'
import { listCases, listCasesOf } from './case-queries.ts'
import { viewCase } from './case-view.ts'
import {
  ApplicantQuery,
  CaseArchive,
  CaseFileKey,
  CaseKey,
  CasePage,
  LookUpInput,
  ServiceCase,
  TaskPage,
  WorkOverview,
  WorkQuery,
} from './contract.ts'
import { lookUpApplicantLicences } from './look-up-licences.ts'
import { listTasks } from './task-queries.ts'
import { viewArchive } from './view-archive.ts'
import { workOverview } from './work-overview.ts'

const tags = ['cases']
const look = { may: 'cases.look' }

/** Work lists and the case desk of staff. */
export const deskRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/cases',
    { config: look, schema: { operationId: 'listCases', tags, summary: '办件列表', querystring: WorkQuery, response: { 200: CasePage } } },
    (request) => api.read(request, (desk) => listCases(desk, request.query)),
  )
  api.get(
    '/cases/overview',
    { config: look, schema: { operationId: 'getWorkOverview', tags, summary: '在办概览', response: { 200: WorkOverview } } },
    (request) => api.read(request, workOverview),
  )
  api.post(
    '/cases/by-applicant',
    {
      config: look,
      schema: {
        operationId: 'listCasesOfApplicant',
        tags,
        summary: '按申请人证件查办件',
        body: ApplicantQuery,
        response: { 200: CasePage },
      },
    },
    (request) =>
      api.read(request, (desk) => {
        const { kind, number, ...page } = request.body
        return listCasesOf(desk, { kind, number: applicantNumber(kind, number) }, page)
      }),
  )
  api.get(
    '/cases/:caseNumber',
    { config: look, schema: { operationId: 'getCase', tags, summary: '办件详情', params: CaseKey, response: { 200: ServiceCase } } },
    (request) => api.read(request, (desk) => viewCase(desk, request.params.caseNumber)),
  )
  api.get(
    '/cases/:caseNumber/materials/:id/content',
    { config: look, schema: { operationId: 'readMaterial', tags, summary: '读取申请材料', params: CaseFileKey } },
    async (request, reply) => {
      const { caseNumber, id } = request.params
      const file = await api.read(request, (desk) => materialFile(desk, caseNumber, id, 'clerk'))
      return sendFile(api.work(request), reply, file)
    },
  )
  api.get(
    '/cases/:caseNumber/papers/:id/content',
    { config: look, schema: { operationId: 'readCasePaper', tags, summary: '读取办件文书', params: CaseFileKey } },
    async (request, reply) => {
      const { caseNumber, id } = request.params
      return sendFile(api.work(request), reply, await paperOfCase(api.work(request), caseNumber, id, 'clerk'))
    },
  )
  api.post(
    '/cases/:caseNumber/licence-look-ups',
    {
      config: { may: 'cases.lookUpLicences' },
      schema: {
        operationId: 'lookUpApplicantLicences',
        tags,
        summary: '调取申请人的电子证照',
        params: CaseKey,
        body: LookUpInput,
        response: { 200: HeldLicenceList },
      },
    },
    (request) =>
      api.perform(request, async (act) => ({ items: await lookUpApplicantLicences(act, request.params.caseNumber, request.body) })),
  )
  api.get(
    '/cases/:caseNumber/archive',
    {
      config: look,
      schema: { operationId: 'getCaseArchive', tags, summary: '归档清单', params: CaseKey, response: { 200: CaseArchive } },
    },
    (request) => api.read(request, (desk) => viewArchive(desk, request.params.caseNumber)),
  )
  api.get(
    '/tasks',
    {
      config: { may: 'cases.examine' },
      schema: { operationId: 'listTasks', tags, summary: '待办环节', querystring: PageInput, response: { 200: TaskPage } },
    },
    (request) => api.read(request, (desk) => listTasks(desk, request.query)),
  )
}
