import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { Type } from 'typebox'
import { BodyCode, DivisionCode, DraftDesk, ImplementationCode, ItemState, ItemWork, Moment, RevisionState } from '../contract.ts'
import { compareItems, compareVersions, listUnityFaults } from './comparison-queries.ts'
import { listRefusedChanges } from './refused-change-store.ts'
import { getDraftDesk, getWorkItem, listElementChanges, listWork } from './work-queries.ts'

const tags = ['catalogue']
const ItemKey = Type.Object({ implementationCode: ImplementationCode })
const look = { may: 'catalogue.lookWork' }
const WorkQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  body: Type.Optional(BodyCode),
  division: Type.Optional(DivisionCode),
  itemType: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
  itemState: Type.Optional(ItemState),
  revisionState: Type.Optional(RevisionState),
  behind: Type.Optional(Type.Boolean()),
  ...PageQuery,
})
const Difference = Type.Object({
  field: Type.String(),
  name: Type.String(),
  one: Type.Optional(Type.Unknown()),
  other: Type.Optional(Type.Unknown()),
})
const Comparison = Type.Object({
  field: Type.String(),
  name: Type.String(),
  values: Type.Array(Type.Object({ implementationCode: Type.String(), value: Type.Optional(Type.Unknown()) })),
})
const Change = Type.Object({
  field: Type.String(),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
  by: Type.String(),
  at: Moment,
})
const Refused = Type.Object({ fields: Type.Array(Type.String()), by: Type.String(), at: Moment })
const Versions = Type.Object({ one: Type.Integer({ minimum: 1 }), other: Type.Integer({ minimum: 1 }) })

/** What the console looks at: work in hand, what changed, what differs. */
export const workRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/implementations',
    {
      config: look,
      schema: {
        operationId: 'listImplementations',
        tags,
        summary: '实施清单',
        querystring: WorkQuery,
        response: { 200: pageOf(ItemWork) },
      },
    },
    (request) => api.read(request, (desk) => listWork(desk, request.query)),
  )
  api.get(
    '/implementations/:implementationCode/draft',
    {
      config: look,
      schema: { operationId: 'getImplementationDraft', tags, summary: '编制中的版本', params: ItemKey, response: { 200: DraftDesk } },
    },
    (request) => api.read(request, (desk) => getDraftDesk(desk, request.params.implementationCode)),
  )
  api.get(
    '/implementations/:implementationCode/changes',
    {
      config: look,
      schema: { operationId: 'listElementChanges', tags, summary: '变化追踪', params: ItemKey, response: { 200: Type.Array(Change) } },
    },
    (request) => api.read(request, (desk) => listElementChanges(desk, request.params.implementationCode)),
  )
  api.get(
    '/implementations/:implementationCode/refused-changes',
    {
      config: look,
      schema: {
        operationId: 'listRefusedChanges',
        tags,
        summary: '被拒绝的越权修改',
        params: ItemKey,
        response: { 200: Type.Array(Refused) },
      },
    },
    (request) => api.read(request, (desk) => listRefusedChanges(desk, request.params.implementationCode)),
  )
  api.get(
    '/implementations/:implementationCode/version-comparison',
    {
      config: look,
      schema: {
        operationId: 'compareVersions',
        tags,
        summary: '版本比对',
        params: ItemKey,
        querystring: Versions,
        response: { 200: Type.Array(Difference) },
      },
    },
    (request) =>
      api.read(request, async (desk) => {
        await getWorkItem(desk, request.params.implementationCode)
        return compareVersions(desk.tx, request.params.implementationCode, request.query.one, request.query.other)
      }),
  )
  api.get(
    '/item-comparison',
    {
      config: look,
      schema: {
        operationId: 'compareItems',
        tags,
        summary: '部门、地区、层级比对',
        querystring: Type.Object({ item: Type.Array(ImplementationCode, { minItems: 2, maxItems: 20, uniqueItems: true }) }),
        response: { 200: Type.Array(Comparison) },
      },
    },
    (request) => api.read(request, ({ tx }) => compareItems(tx, request.query.item)),
  )
  api.get(
    '/unity-faults',
    {
      config: look,
      schema: {
        operationId: 'listUnityFaults',
        tags,
        summary: '与目录清单不一致的事项',
        response: { 200: Type.Array(Type.Object({ implementationCode: Type.String(), fields: Type.Array(Type.String()) })) },
      },
    },
    (request) => api.read(request, ({ tx }) => listUnityFaults(tx)),
  )
}
