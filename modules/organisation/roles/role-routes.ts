import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { GrantRoleInput, PermissionEntry, Role, RoleInput, StaffRole } from '../contract.ts'
import { defineRole } from './define-role.ts'
import { grantRole } from './grant-role.ts'
import { permissionBook } from './permission-book.ts'
import { getRole, listRoles } from './role-store.ts'
import { withdrawRole } from './withdraw-role.ts'

const tags = ['organisation']
const RoleKey = Type.Object({ code: Role.properties.code })
const StaffKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const look = { may: 'organisation.lookRoles' }

export const roleRoutes: FastifyPluginAsyncTypebox = async (api) => {
  // the catalogue of the installed modules, as long as their code: it has no pages
  api.get(
    '/permissions',
    {
      config: look,
      schema: { operationId: 'listPermissions', tags, summary: '可授予的权限', response: { 200: Type.Array(PermissionEntry) } },
    },
    (request) => api.read(request, async ({ permissions }) => permissionBook(permissions)),
  )
  api.get(
    '/roles',
    {
      config: look,
      schema: { operationId: 'listRoles', tags, summary: '角色列表', querystring: PageInput, response: { 200: pageOf(Role) } },
    },
    (request) => api.read(request, ({ tx }) => listRoles(tx, request.query)),
  )
  api.get(
    '/roles/:code',
    { config: look, schema: { operationId: 'getRole', tags, summary: '角色', params: RoleKey, response: { 200: Role } } },
    (request) => api.read(request, ({ tx }) => getRole(tx, request.params.code)),
  )
  api.put(
    '/roles/:code',
    {
      config: { may: 'organisation.defineRole' },
      schema: { operationId: 'defineRole', tags, summary: '设定角色权限', params: RoleKey, body: RoleInput, response: { 200: Role } },
    },
    (request) => api.perform(request, (act) => defineRole(act, request.params.code, request.body)),
  )
  api.post(
    '/staff/:id/roles',
    {
      config: { may: 'organisation.grantRole' },
      schema: {
        operationId: 'grantRole',
        tags,
        summary: '授予角色',
        params: StaffKey,
        body: GrantRoleInput,
        response: { 200: StaffRole },
      },
    },
    (request) => api.perform(request, (act) => grantRole(act, request.params.id, request.body)),
  )
  api.delete(
    '/staff/:id/roles/:code',
    {
      config: { may: 'organisation.grantRole' },
      schema: {
        operationId: 'withdrawRole',
        tags,
        summary: '收回角色',
        params: Type.Object({ ...StaffKey.properties, ...RoleKey.properties }),
        response: { 200: Type.Object({}) },
      },
    },
    (request) =>
      api.perform(request, async (act) => {
        await withdrawRole(act, request.params.id, request.params.code)
        return {}
      }),
  )
}
