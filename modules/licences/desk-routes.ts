import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendFile } from '@yiwang/documents'
import { noteAnnualCheck } from './annual-check.ts'
import { changeLicence } from './change-licence.ts'
import { changeLicenceState, type StateAct } from './change-state.ts'
import {
  AnnualCheck,
  AnnualCheckInput,
  ChangeLicenceInput,
  EnterLicenceInput,
  IdentifierKey,
  IssuedLicence,
  Licence,
  LicencePage,
  LicenceQuery,
  LicenceReason,
  WholeLicence,
} from './contract.ts'
import { enterLicence } from './enter-licence.ts'
import { fileOfLicence } from './licence-content.ts'
import { getLicenceInReach, listLicences, masked, shownLicence, wholeLicence } from './licence-queries.ts'

const tags = ['licences']
const look = { may: 'licences.look' }

/** One way to do an act with its reason: path, act, operation, name. */
const stateActs: readonly (readonly [path: string, verb: StateAct, operationId: string, summary: string])[] = [
  ['suspension', 'suspend', 'suspendLicence', '暂扣证照'],
  ['resumption', 'resume', 'resumeLicence', '解除暂扣'],
  ['loss', 'reportLoss', 'reportLicenceLoss', '挂失证照'],
  ['recovery', 'withdrawLoss', 'withdrawLicenceLoss', '解除挂失'],
  ['rescission', 'rescind', 'rescindLicence', '撤销证照'],
  ['revocation', 'revoke', 'revokeLicence', '吊销证照'],
  ['cancellation', 'cancel', 'cancelLicence', '注销证照'],
  ['transfer', 'transfer', 'transferLicence', '办理转出'],
]

export const deskRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/licences',
    {
      config: look,
      schema: { operationId: 'listLicences', tags, summary: '电子证照', querystring: LicenceQuery, response: { 200: LicencePage } },
    },
    (request) => api.read(request, (desk) => listLicences(desk, request.query)),
  )
  api.post(
    '/licences',
    {
      config: { may: 'licences.issue' },
      schema: { operationId: 'enterLicence', tags, summary: '录入存量证照', body: EnterLicenceInput, response: { 201: IssuedLicence } },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => enterLicence(act, request.body))),
  )
  api.get(
    '/licences/:identifier',
    {
      config: look,
      schema: { operationId: 'getLicence', tags, summary: '一份电子证照', params: IdentifierKey, response: { 200: WholeLicence } },
    },
    (request) => api.read(request, async (desk) => wholeLicence(desk, await getLicenceInReach(desk, request.params.identifier))),
  )
  api.get(
    '/licences/:identifier/content',
    { config: look, schema: { operationId: 'readLicence', tags, summary: '读取电子证照文件', params: IdentifierKey } },
    async (request, reply) => {
      const { identifier } = request.params
      const file = await api.read(request, async (desk) => fileOfLicence(desk, await getLicenceInReach(desk, identifier)))
      return sendFile(api.work(request), reply, file)
    },
  )
  api.post(
    '/licences/:identifier/change',
    {
      config: { may: 'licences.manage' },
      schema: {
        operationId: 'changeLicence',
        tags,
        summary: '变更证照',
        params: IdentifierKey,
        body: ChangeLicenceInput,
        response: { 200: IssuedLicence },
      },
    },
    (request) => api.perform(request, (act) => changeLicence(act, request.params.identifier, request.body)),
  )
  api.post(
    '/licences/:identifier/annual-checks',
    {
      config: { may: 'licences.manage' },
      schema: {
        operationId: 'noteLicenceAnnualCheck',
        tags,
        summary: '证照年检',
        params: IdentifierKey,
        body: AnnualCheckInput,
        response: { 200: AnnualCheck },
      },
    },
    (request) => api.perform(request, (act) => noteAnnualCheck(act, request.params.identifier, request.body)),
  )
  for (const [path, verb, operationId, summary] of stateActs) {
    api.post(
      `/licences/:identifier/${path}`,
      {
        config: { may: 'licences.manage' },
        schema: { operationId, tags, summary, params: IdentifierKey, body: LicenceReason, response: { 200: Licence } },
      },
      (request) =>
        api.perform(request, async (act) =>
          masked(shownLicence(act, await changeLicenceState(act, request.params.identifier, verb, request.body.reason))),
        ),
    )
  }
}
