import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Division, DivisionCode, DivisionInput, DivisionWithPath } from '../contract.ts'
import { divisionPath, getDivision, listDivisions } from './division-store.ts'
import { loadDivisions } from './load-divisions.ts'

const tags = ['organisation']
const DivisionKey = Type.Object({ code: DivisionCode })

export const divisionRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/divisions',
    {
      config: { may: 'organisation.look' },
      schema: {
        operationId: 'listDivisions',
        tags,
        summary: '下级行政区划',
        querystring: Type.Object({ parent: Type.Optional(DivisionCode), ...PageQuery }),
        response: { 200: pageOf(Division) },
      },
    },
    (request) => api.read(request, ({ tx }) => listDivisions(tx, request.query.parent, request.query)),
  )
  api.get(
    '/divisions/:code',
    {
      config: { may: 'organisation.look' },
      schema: { operationId: 'getDivision', tags, summary: '行政区划及其上级', params: DivisionKey, response: { 200: DivisionWithPath } },
    },
    (request) =>
      api.read(request, async ({ tx }) => ({
        ...(await getDivision(tx, request.params.code)),
        path: await divisionPath(tx, request.params.code),
      })),
  )
  api.post(
    '/divisions',
    {
      config: { may: 'organisation.manageDivisions' },
      schema: {
        operationId: 'loadDivisions',
        tags,
        summary: '导入行政区划代码表',
        body: Type.Array(DivisionInput, { minItems: 1, maxItems: 20_000 }),
        response: { 200: Type.Object({ count: Type.Integer() }) },
      },
    },
    (request) => api.perform(request, (act) => loadDivisions(act, request.body)),
  )
}
