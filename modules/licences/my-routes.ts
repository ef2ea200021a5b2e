import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendFile } from '@yiwang/documents'
import { PageInput, type Desk } from '@yiwang/kernel'
import { reportOwnLoss } from './change-state.ts'
import { copyLicence } from './copy-licence.ts'
import { CopyInput, IdentifierKey, Licence, LicencePage, LicenceReason, LookUpPage, MyLicenceQuery, WholeLicence } from './contract.ts'
import { fileForHolder } from './licence-content.ts'
import { getMyLicence, listMyLicences, shownLicence, wholeLicence } from './licence-queries.ts'
import { holderOf } from './licences-of.ts'
import { listLookUps } from './look-up-store.ts'

const tags = ['licences']
const own = { may: 'licences.own' }
/** Licences follow the identity or credit number, whether they came before the account or after. */
const me = (desk: Desk) => holderOf(desk, { accountId: desk.by.id })

export const myLicenceRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/my/licences',
    {
      config: own,
      schema: { operationId: 'listMyLicences', tags, summary: '我的电子证照', querystring: MyLicenceQuery, response: { 200: LicencePage } },
    },
    (request) => api.read(request, async (desk) => listMyLicences(desk, await me(desk), request.query)),
  )
  api.get(
    '/my/licences/:identifier',
    {
      config: own,
      schema: { operationId: 'getMyLicence', tags, summary: '我的一份电子证照', params: IdentifierKey, response: { 200: WholeLicence } },
    },
    (request) => api.read(request, async (desk) => wholeLicence(desk, await getMyLicence(desk, await me(desk), request.params.identifier))),
  )
  api.get(
    '/my/licences/:identifier/content',
    { config: own, schema: { operationId: 'readMyLicence', tags, summary: '读取我的电子证照文件', params: IdentifierKey } },
    async (request, reply) => {
      const { identifier } = request.params
      const file = await api.read(request, async (desk) => fileForHolder(desk, await getMyLicence(desk, await me(desk), identifier)))
      return sendFile(api.work(request), reply, file)
    },
  )
  api.post(
    '/my/licences/:identifier/copies',
    {
      config: own,
      schema: { operationId: 'copyMyLicence', tags, summary: '取得加注件', params: IdentifierKey, body: CopyInput },
    },
    async (request, reply) => {
      const { identifier } = request.params
      const find = async (desk: Desk) => getMyLicence(desk, await me(desk), identifier)
      const pdf = await copyLicence(api.work(request), find, request.body)
      return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(pdf))
    },
  )
  api.post(
    '/my/licences/:identifier/loss',
    {
      config: own,
      schema: {
        operationId: 'reportMyLicenceLoss',
        tags,
        summary: '挂失我的证照',
        params: IdentifierKey,
        body: LicenceReason,
        response: { 200: Licence },
      },
    },
    (request) =>
      api.perform(request, async (act) =>
        shownLicence(act, await reportOwnLoss(act, request.params.identifier, await me(act), request.body.reason)),
      ),
  )
  api.get(
    '/my/licence-look-ups',
    {
      config: own,
      schema: {
        operationId: 'listMyLicenceLookUps',
        tags,
        summary: '谁调取过我的证照',
        querystring: PageInput,
        response: { 200: LookUpPage },
      },
    },
    (request) => api.read(request, async (desk) => listLookUps(desk, await me(desk), request.query)),
  )
}
