import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { LicenceType, LicenceTypeInput, LicenceTypeKey, LicenceTypePage, LicenceTypeQuery, NewLicenceType } from './contract.ts'
import { draftLicenceType, publishLicenceType, retireLicenceType } from './define-type.ts'
import { getLicenceType } from './licence-type-store.ts'
import { listLicenceTypes, listTypeVersions } from './type-queries.ts'

const tags = ['licences']
const open = { may: 'licences.types' }
const keep = { may: 'licences.manageTypes' }
const answer = { 200: LicenceType }

export const typeRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/licence-types',
    {
      config: open,
      schema: {
        operationId: 'listLicenceTypes',
        tags,
        summary: '证照目录',
        querystring: LicenceTypeQuery,
        response: { 200: LicenceTypePage },
      },
    },
    (request) => api.read(request, (desk) => listLicenceTypes(desk, request.query)),
  )
  api.get(
    '/licence-types/:code',
    { config: open, schema: { operationId: 'getLicenceType', tags, summary: '证照种类', params: LicenceTypeKey, response: answer } },
    (request) => api.read(request, ({ tx }) => getLicenceType(tx, request.params.code)),
  )
  api.get(
    '/licence-types/:code/versions',
    {
      config: keep,
      schema: {
        operationId: 'listLicenceTypeVersions',
        tags,
        summary: '证照种类的各版本',
        params: LicenceTypeKey,
        response: { 200: Type.Object({ items: Type.Array(LicenceType) }) },
      },
    },
    (request) => api.read(request, async (desk) => ({ items: await listTypeVersions(desk, request.params.code) })),
  )
  api.post(
    '/licence-types',
    { config: keep, schema: { operationId: 'draftLicenceType', tags, summary: '起草证照种类', body: NewLicenceType, response: answer } },
    (request) => {
      const { code, ...input } = request.body
      return api.perform(request, (act) => draftLicenceType(act, code, input))
    },
  )
  api.put(
    '/licence-types/:code/draft',
    {
      config: keep,
      schema: {
        operationId: 'changeLicenceTypeDraft',
        tags,
        summary: '修改草稿',
        params: LicenceTypeKey,
        body: LicenceTypeInput,
        response: answer,
      },
    },
    (request) => api.perform(request, (act) => draftLicenceType(act, request.params.code, request.body)),
  )
  api.post(
    '/licence-types/:code/publication',
    {
      config: keep,
      schema: { operationId: 'publishLicenceType', tags, summary: '发布证照种类', params: LicenceTypeKey, response: answer },
    },
    (request) => api.perform(request, (act) => publishLicenceType(act, request.params.code)),
  )
  api.post(
    '/licence-types/:code/retirement',
    { config: keep, schema: { operationId: 'retireLicenceType', tags, summary: '停用证照种类', params: LicenceTypeKey, response: answer } },
    (request) => api.perform(request, (act) => retireLicenceType(act, request.params.code)),
  )
}
