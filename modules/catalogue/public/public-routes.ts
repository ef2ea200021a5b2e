import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { legalDay } from '@yiwang/standards'
import { Type } from 'typebox'
import {
  Audience,
  DepartmentCount,
  DivisionCode,
  FormDefinition,
  HotItem,
  Implementation,
  ImplementationCode,
  ItemsPage,
  ItemsQuery,
  PublicRevision,
  Suggestion,
  ThemeCount,
} from '../contract.ts'
import { formOf } from '../definitions/form-store.ts'
import { elements } from '../elements.ts'
import { listPublicRevisions } from '../implementations/comparison-queries.ts'
import { getImplementation } from '../implementations/get-implementation.ts'
import { formProblem } from '../problems.ts'
import { guideText } from './guide-text.ts'
import { listItems } from './listing-queries.ts'
import { listDepartments, listHotItems, listThemes, suggest } from './overview-queries.ts'

const look = { may: 'catalogue.look' }
const tags = ['catalogue']
const ItemKey = Type.Object({ implementationCode: ImplementationCode })
const Where = { division: Type.Optional(DivisionCode), audience: Type.Optional(Audience) }
const ElementShape = Type.Object({
  number: Type.Integer(),
  name: Type.String(),
  field: Type.String(),
  maintainer: Type.String(),
  levels: Type.Array(Type.String()),
})

/** What everybody may read: lists, guides, ways in. */
export const publicRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/items',
    {
      config: look,
      schema: { operationId: 'listItems', tags, summary: '检索事项', querystring: ItemsQuery, response: { 200: ItemsPage } },
    },
    (request) => api.read(request, ({ tx }) => listItems(tx, request.query)),
  )
  api.get(
    '/items/:implementationCode',
    { config: look, schema: { operationId: 'getItem', tags, summary: '办事指南', params: ItemKey, response: { 200: Implementation } } },
    (request) => api.read(request, ({ tx }) => getImplementation(tx, request.params.implementationCode)),
  )
  api.get(
    '/items/:implementationCode/revisions',
    {
      config: look,
      schema: {
        operationId: 'listItemRevisions',
        tags,
        summary: '事项版本',
        params: ItemKey,
        response: { 200: Type.Array(PublicRevision) },
      },
    },
    (request) => api.read(request, ({ tx, now }) => listPublicRevisions(tx, request.params.implementationCode, legalDay(now))),
  )
  api.get(
    '/items/:implementationCode/form',
    { config: look, schema: { operationId: 'getItemForm', tags, summary: '申请表单', params: ItemKey, response: { 200: FormDefinition } } },
    (request) =>
      api.read(request, async ({ tx }) => {
        const { form } = await getImplementation(tx, request.params.implementationCode)
        if (!form) throw formProblem.notFound()
        return formOf(tx, form.key, form.version)
      }),
  )
  api.get(
    '/items/:implementationCode/guide.txt',
    { config: look, schema: { operationId: 'downloadGuide', tags, summary: '下载办事指南和材料样本', params: ItemKey } },
    async (request, reply) => {
      const item = await api.read(request, ({ tx }) => getImplementation(tx, request.params.implementationCode))
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${item.implementationCode}.txt"`)
        .send(guideText(item))
    },
  )
  api.get(
    '/elements',
    {
      config: look,
      schema: { operationId: 'listElements', tags, summary: '36 项要素及维护主体', response: { 200: Type.Array(ElementShape) } },
    },
    async () => elements.map(({ number, name, field, maintainer, levels }) => ({ number, name, field, maintainer, levels: [...levels] })),
  )
  await api.register(wayRoutes)
}

const wayRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/themes',
    {
      config: look,
      schema: {
        operationId: 'listThemes',
        tags,
        summary: '服务主题',
        querystring: Type.Object({ audience: Audience, division: Type.Optional(DivisionCode) }),
        response: { 200: Type.Array(ThemeCount) },
      },
    },
    (request) => api.read(request, ({ tx }) => listThemes(tx, request.query.audience, request.query)),
  )
  api.get(
    '/departments',
    {
      config: look,
      schema: {
        operationId: 'browseDepartments',
        tags,
        summary: '部门目录',
        querystring: Type.Object({ division: Type.Optional(DivisionCode) }),
        response: { 200: Type.Array(DepartmentCount) },
      },
    },
    (request) => api.read(request, ({ tx }) => listDepartments(tx, request.query)),
  )
  api.get(
    '/hot-items',
    {
      config: look,
      schema: {
        operationId: 'listHotItems',
        tags,
        summary: '热点服务',
        querystring: Type.Object({ ...Where, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })) }),
        response: { 200: Type.Array(HotItem) },
      },
    },
    (request) =>
      api.read(request, ({ tx }) => {
        const { limit = 10, ...filters } = request.query
        return listHotItems(tx, filters, limit)
      }),
  )
  api.get(
    '/suggestions',
    {
      config: look,
      schema: {
        operationId: 'suggestItems',
        tags,
        summary: '输入提示',
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }), ...Where }),
        response: { 200: Type.Array(Suggestion) },
      },
    },
    (request) =>
      api.read(request, (desk) => {
        const { q, ...filters } = request.query
        return suggest(desk, q, filters)
      }),
  )
}
