import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { BodyCode, DisableStaffInput, Staff, StaffChange, StaffInput, StaffWithRoles } from '../contract.ts'
import { changeStaff } from './change-staff.ts'
import { disableStaff, enableStaff } from './disable-staff.ts'
import { enrolStaff } from './enrol-staff.ts'
import { listStaff, showStaff } from './staff-queries.ts'

const tags = ['organisation']
const StaffKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const look = { may: 'organisation.lookStaff' }
const manage = { may: 'organisation.manageStaff' }

export const staffRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/staff',
    {
      config: look,
      schema: {
        operationId: 'listStaff',
        tags,
        summary: '工作人员列表',
        querystring: Type.Object({
          body: Type.Optional(BodyCode),
          q: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
          ...PageQuery,
        }),
        response: { 200: pageOf(Staff) },
      },
    },
    (request) => api.read(request, (desk) => listStaff(desk, request.query)),
  )
  api.get(
    '/staff/:id',
    {
      config: look,
      schema: { operationId: 'getStaff', tags, summary: '工作人员及其角色', params: StaffKey, response: { 200: StaffWithRoles } },
    },
    (request) => api.read(request, (desk) => showStaff(desk, request.params.id)),
  )
  api.post(
    '/staff',
    { config: manage, schema: { operationId: 'enrolStaff', tags, summary: '新增工作人员', body: StaffInput, response: { 200: Staff } } },
    (request) => api.perform(request, (act) => enrolStaff(act, request.body)),
  )
  api.patch(
    '/staff/:id',
    {
      config: manage,
      schema: { operationId: 'changeStaff', tags, summary: '维护工作人员', params: StaffKey, body: StaffChange, response: { 200: Staff } },
    },
    (request) => api.perform(request, (act) => changeStaff(act, request.params.id, request.body)),
  )
  api.post(
    '/staff/:id/disabling',
    {
      config: manage,
      schema: {
        operationId: 'disableStaff',
        tags,
        summary: '停用工作人员',
        params: StaffKey,
        body: DisableStaffInput,
        response: { 200: Staff },
      },
    },
    (request) => api.perform(request, (act) => disableStaff(act, request.params.id, request.body)),
  )
  api.post(
    '/staff/:id/enabling',
    { config: manage, schema: { operationId: 'enableStaff', tags, summary: '启用工作人员', params: StaffKey, response: { 200: Staff } } },
    (request) => api.perform(request, (act) => enableStaff(act, request.params.id)),
  )
}
