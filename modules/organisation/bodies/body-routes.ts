import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import {
  Body,
  BodyChange,
  BodyCode,
  BodyDuty,
  BodyInput,
  Department,
  DepartmentInput,
  DivisionCode,
  Post,
  PostInput,
  RetireInput,
} from '../contract.ts'
import { addDepartment } from './add-department.ts'
import { addPost } from './add-post.ts'
import { listBodies } from './body-queries.ts'
import { getBody, listDepartments, listPosts } from './body-store.ts'
import { changeBody } from './change-body.ts'
import { registerBody } from './register-body.ts'
import { retireBody } from './retire-body.ts'

const tags = ['organisation']
const BodyKey = Type.Object({ code: BodyCode })
const look = { may: 'organisation.look' }
const manage = { may: 'organisation.manageBodies' }

export const bodyRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/bodies',
    {
      config: look,
      schema: {
        operationId: 'listBodies',
        tags,
        summary: '实施机构列表',
        querystring: Type.Object({
          division: Type.Optional(DivisionCode),
          q: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
          duty: Type.Optional(BodyDuty),
          retired: Type.Optional(Type.Boolean()),
          ...PageQuery,
        }),
        response: { 200: pageOf(Body) },
      },
    },
    (request) => api.read(request, ({ tx }) => listBodies(tx, request.query)),
  )
  api.get(
    '/bodies/:code',
    { config: look, schema: { operationId: 'getBody', tags, summary: '实施机构', params: BodyKey, response: { 200: Body } } },
    (request) => api.read(request, ({ tx }) => getBody(tx, request.params.code)),
  )
  api.post(
    '/bodies',
    { config: manage, schema: { operationId: 'registerBody', tags, summary: '登记机构', body: BodyInput, response: { 200: Body } } },
    (request) => api.perform(request, (act) => registerBody(act, request.body)),
  )
  api.patch(
    '/bodies/:code',
    {
      config: manage,
      schema: { operationId: 'changeBody', tags, summary: '变更机构', params: BodyKey, body: BodyChange, response: { 200: Body } },
    },
    (request) => api.perform(request, (act) => changeBody(act, request.params.code, request.body)),
  )
  api.post(
    '/bodies/:code/retirement',
    {
      config: manage,
      schema: { operationId: 'retireBody', tags, summary: '撤销机构', params: BodyKey, body: RetireInput, response: { 200: Body } },
    },
    (request) => api.perform(request, (act) => retireBody(act, request.params.code, request.body)),
  )
  await api.register(insideBodyRoutes)
}

const insideBodyRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/bodies/:code/departments',
    {
      config: look,
      schema: {
        operationId: 'listDepartments',
        tags,
        summary: '内设机构',
        params: BodyKey,
        querystring: PageInput,
        response: { 200: pageOf(Department) },
      },
    },
    (request) => api.read(request, ({ tx }) => listDepartments(tx, request.params.code, request.query)),
  )
  api.post(
    '/bodies/:code/departments',
    {
      config: manage,
      schema: {
        operationId: 'addDepartment',
        tags,
        summary: '增设内设机构',
        params: BodyKey,
        body: DepartmentInput,
        response: { 200: Department },
      },
    },
    (request) => api.perform(request, (act) => addDepartment(act, request.params.code, request.body)),
  )
  api.get(
    '/bodies/:code/posts',
    {
      config: look,
      schema: { operationId: 'listPosts', tags, summary: '岗位', params: BodyKey, querystring: PageInput, response: { 200: pageOf(Post) } },
    },
    (request) => api.read(request, ({ tx }) => listPosts(tx, request.params.code, request.query)),
  )
  api.post(
    '/bodies/:code/posts',
    {
      config: manage,
      schema: { operationId: 'addPost', tags, summary: '增设岗位', params: BodyKey, body: PostInput, response: { 200: Post } },
    },
    (request) => api.perform(request, (act) => addPost(act, request.params.code, request.body)),
  )
}
