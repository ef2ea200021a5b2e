import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import {
  BindSecondFactorInput,
  ChangePasswordInput,
  FirstPassword,
  ResetSecondFactorInput,
  SecondFactor,
  StaffLoginInput,
  StaffLoginState,
  StaffSignInInput,
} from '../contract.ts'
import { openDoor, rarely } from '../open-door.ts'
import { hashPassword } from '../password.ts'
import { staffCookie } from '../sessions/authenticate.ts'
import { entranceOf, giveCookie } from '../sessions/cookie.ts'
import { startSession } from '../sessions/start-session.ts'
import { noteSignIn } from '../sessions/note-sign-in.ts'
import { changeStaffPassword, checkSecondFactorChange, checkStaffPasswordChange, takeSecondFactor } from './own-login.ts'
import { loginStateOf } from './login-state.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { firstPassword, openLogin, shutLogin } from './manage-logins.ts'
import { whichStaffSignsIn } from './sign-in-staff.ts'

const tags = ['identity']
const StaffKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const StaffSession = Type.Object({ staffId: Type.String(), mustChangePassword: Type.Boolean(), secondFactorSet: Type.Boolean() })
const manage = { may: 'identity.manageLogins', secretAnswer: true }
const own = { may: 'identity.self', secretAnswer: true, ...rarely }

export const staffLoginRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/staff-sessions',
    {
      config: openDoor,
      schema: { operationId: 'signInStaff', tags, summary: '工作人员登录', body: StaffSignInInput, response: { 201: StaffSession } },
    },
    async (request, reply) => {
      const work = api.work(request)
      const entrance = entranceOf(request)
      const login = await whichStaffSignsIn(work, request.body, entrance)
      const token = await api.perform(request, async (act) => {
        await noteSignIn(act, { holderId: login.staffId, kind: 'staff' }, entrance)
        return startSession(act, 'staff', login.staffId, entrance)
      })
      giveCookie(reply, work.settings, staffCookie, token)
      return reply
        .code(201)
        .send({ staffId: login.staffId, mustChangePassword: login.mustChange, secondFactorSet: login.secondFactor !== undefined })
    },
  )
  api.post(
    '/staff/:id/login',
    {
      config: manage,
      schema: {
        operationId: 'openStaffLogin',
        tags,
        summary: '开通或重置工作人员账号',
        params: StaffKey,
        body: StaffLoginInput,
        response: { 201: FirstPassword },
      },
    },
    async (request, reply) => {
      const password = firstPassword()
      const passwordHash = await hashPassword(password)
      await api.perform(request, (act) => openLogin(act, request.params.id, { loginName: request.body.loginName, passwordHash }))
      return reply.code(201).send({ loginName: request.body.loginName, firstPassword: password })
    },
  )
  api.get(
    '/staff/:id/login',
    {
      config: { may: 'identity.manageLogins' },
      schema: {
        operationId: 'getStaffLogin',
        tags,
        summary: '工作人员账号状态',
        params: StaffKey,
        response: { 200: StaffLoginState },
      },
    },
    (request) => api.read(request, (desk) => loginStateOf(desk, request.params.id)),
  )
  api.post(
    '/staff/:id/second-factor-reset',
    {
      config: manage,
      schema: {
        operationId: 'resetSecondFactor',
        tags,
        summary: '重置动态口令',
        params: StaffKey,
        body: ResetSecondFactorInput,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await api.perform(request, (act) => resetSecondFactor(act, request.params.id, request.body))
      return reply.code(204).send(null)
    },
  )
  api.delete(
    '/staff/:id/login',
    {
      config: manage,
      schema: { operationId: 'shutStaffLogin', tags, summary: '停用工作人员账号', params: StaffKey, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await api.perform(request, (act) => shutLogin(act, request.params.id))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/staff-me/password',
    {
      config: own,
      schema: {
        operationId: 'changeStaffPassword',
        tags,
        summary: '修改自己的密码',
        body: ChangePasswordInput,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const hash = await checkStaffPasswordChange(api.work(request), request.body)
      await api.perform(request, (act) => changeStaffPassword(act, hash))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/staff-me/second-factor',
    {
      config: own,
      schema: {
        operationId: 'takeSecondFactor',
        tags,
        summary: '绑定动态口令',
        body: BindSecondFactorInput,
        response: { 201: SecondFactor },
      },
    },
    async (request, reply) => {
      const proved = await checkSecondFactorChange(api.work(request), request.body)
      return reply.code(201).send(await api.perform(request, (act) => takeSecondFactor(act, proved)))
    },
  )
}
