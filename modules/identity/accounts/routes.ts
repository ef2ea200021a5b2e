import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { maskMobilePhone } from '@yiwang/standards'
import { Type } from 'typebox'
import { peekCode, useCode } from '../codes/use-code.ts'
import { sendCode } from '../codes/send-code.ts'
import {
  FirstPassword,
  OpenedInPerson,
  Me,
  RegisterInPersonInput,
  RegisterOrganisationInput,
  RegisterPersonInput,
  ResetPasswordInput,
  RestoreInPersonInput,
  SendCodeInput,
} from '../contract.ts'
import { openDoor, rarely } from '../open-door.ts'
import { hashPassword } from '../password.ts'
import { firstPassword } from '../staff/manage-logins.ts'
import { userCookie } from '../sessions/authenticate.ts'
import { entranceOf, giveCookie } from '../sessions/cookie.ts'
import { startSession } from '../sessions/start-session.ts'
import { getAccount } from './account-store.ts'
import { checkPasswordReset, resetPassword } from './change-password.ts'
import { meOf } from './profile.ts'
import { checkInPerson, registerInPerson, tellFirstPassword } from './register-in-person.ts'
import { checkOrganisation, registerOrganisation } from './register-organisation.ts'
import { checkPerson, registerPerson } from './register-person.ts'
import { checkRestoring, restoreInPerson } from './restore-in-person.ts'

const tags = ['identity']

export const accountRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/one-time-codes',
    {
      config: openDoor,
      schema: { operationId: 'sendOneTimeCode', tags, summary: '发送短信验证码', body: SendCodeInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await api.perform(request, (act) => sendCode(act, request.body))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/accounts/persons',
    {
      config: openDoor,
      schema: { operationId: 'registerPerson', tags, summary: '自然人实名注册', body: RegisterPersonInput, response: { 201: Me } },
    },
    async (request, reply) => {
      const work = api.work(request)
      const checked = await checkPerson(work, request.body)
      const { me, token } = await api.perform(request, async (act) => {
        const id = await registerPerson(act, request.body, checked)
        return { token: await startSession(act, 'user', id, entranceOf(request)), me: meOf(await getAccount(act, id)) }
      })
      giveCookie(reply, work.settings, userCookie, token)
      return reply.code(201).send(me)
    },
  )
  api.post(
    '/accounts/organisations',
    {
      config: openDoor,
      schema: {
        operationId: 'registerOrganisation',
        tags,
        summary: '法人实名注册',
        body: RegisterOrganisationInput,
        response: { 201: Me },
      },
    },
    async (request, reply) => {
      const work = api.work(request)
      const checked = await checkOrganisation(work, request.body)
      const { me, token } = await api.perform(request, async (act) => {
        const id = await registerOrganisation(act, request.body, checked)
        return { token: await startSession(act, 'user', id, entranceOf(request)), me: meOf(await getAccount(act, id)) }
      })
      giveCookie(reply, work.settings, userCookie, token)
      return reply.code(201).send(me)
    },
  )
  api.post(
    '/password-resets',
    {
      config: openDoor,
      schema: { operationId: 'resetPassword', tags, summary: '找回密码', body: ResetPasswordInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const hash = await checkPasswordReset(api.work(request), request.body)
      await api.perform(request, (act) => resetPassword(act, request.body, hash))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/accounts/in-person-restoring',
    {
      config: { may: 'identity.registerInPerson', secretAnswer: true, ...rarely },
      schema: {
        operationId: 'restoreInPerson',
        tags,
        summary: '窗口找回密码',
        body: RestoreInPersonInput,
        response: { 201: FirstPassword },
      },
    },
    async (request, reply) => {
      const accountId = await checkRestoring(api.work(request), request.body)
      const password = firstPassword()
      const passwordHash = await hashPassword(password)
      await api.perform(request, (act) => restoreInPerson(act, accountId, request.body, passwordHash))
      return reply.code(201).send({ loginName: request.body.number, firstPassword: password })
    },
  )
  api.post(
    '/accounts/in-person',
    {
      config: { may: 'identity.registerInPerson' },
      schema: {
        operationId: 'registerInPerson',
        tags,
        summary: '窗口实名注册',
        body: RegisterInPersonInput,
        response: { 201: OpenedInPerson },
      },
    },
    async (request, reply) => {
      const work = api.work(request)
      const { code, ...shown } = request.body
      const given = { phone: shown.phone, purpose: 'register', code } as const
      await work.read((desk) => peekCode(desk, given))
      const seen = await checkInPerson(work, shown)
      const password = firstPassword()
      const passwordHash = await hashPassword(password)
      await api.perform(request, async (act) => {
        await useCode(act, given)
        await registerInPerson(act, seen, passwordHash)
        await tellFirstPassword(act, seen, password)
      })
      return reply.code(201).send({ loginName: seen.number, toldAt: maskMobilePhone(seen.phone) })
    },
  )
}
