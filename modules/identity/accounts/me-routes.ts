import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, type Desk } from '@yiwang/kernel'
import { getBody, getStaff, rolesOf } from '@yiwang/organisation'
import { listQuestionsAbout } from '@yiwang/registers'
import { QuestionPage } from '@yiwang/registers/contract'
import { Type } from 'typebox'
import {
  ActivateOrganisationInput,
  ChangePasswordInput,
  ChangePhoneInput,
  ChangeProfileInput,
  CloseAccountInput,
  IdentityCheckInput,
  Me,
  Profile,
} from '../contract.ts'
import { rarely } from '../open-door.ts'
import { findLogin } from '../staff/staff-login-store.ts'
import { activateOrganisation, checkActivation } from './activate-organisation.ts'
import { getAccount } from './account-store.ts'
import { changeProfile, checkProfileChange } from './change-profile.ts'
import { checkClosing, closeAccount } from './close-account.ts'
import { userCookie } from '../sessions/authenticate.ts'
import { takeCookie } from '../sessions/cookie.ts'
import { changePassword, checkPasswordChange } from './change-password.ts'
import { changePhone, checkPhoneChange } from './change-phone.ts'
import { meOf, passwordAge, profileOf } from './profile.ts'
import { checkThreeFactors, raiseToThreeFactors } from './raise-level.ts'

const tags = ['identity']
const self = { may: 'identity.self' }
const mine = { may: 'identity.profile' }

export const meRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get('/me', { config: self, schema: { operationId: 'getMe', tags, summary: '当前登录人', response: { 200: Me } } }, (request) =>
    api.read(request, (desk) =>
      desk.by.kind === 'staff'
        ? staffMe(desk)
        : getAccount(desk, desk.by.id).then((account) => ({ ...meOf(account), ...passwordAge(desk, account) })),
    ),
  )
  api.get(
    '/me/profile',
    { config: mine, schema: { operationId: 'getMyProfile', tags, summary: '我的资料', response: { 200: Profile } } },
    (request) => api.read(request, (desk) => profileOf(desk, desk.by.id)),
  )
  api.patch(
    '/me/profile',
    {
      config: { ...mine, secretAnswer: true, ...rarely },
      schema: { operationId: 'changeMyProfile', tags, summary: '修改我的资料', body: ChangeProfileInput, response: { 200: Profile } },
    },
    async (request) => {
      await checkProfileChange(api.work(request), request.body)
      return api.perform(request, async (act) => {
        await changeProfile(act, request.body)
        return profileOf(act, act.by.id)
      })
    },
  )
  api.post(
    '/me/identity-checks',
    {
      config: { ...mine, ...rarely },
      schema: {
        operationId: 'checkMyIdentity',
        tags,
        summary: '三要素核验，提升实名等级',
        body: IdentityCheckInput,
        response: { 200: Me },
      },
    },
    async (request) => {
      await checkThreeFactors(api.work(request), request.body)
      return api.perform(request, async (act) => {
        await raiseToThreeFactors(act)
        return meOf(await getAccount(act, act.by.id))
      })
    },
  )
  api.post(
    '/me/password',
    {
      config: { ...mine, secretAnswer: true, ...rarely },
      schema: { operationId: 'changeMyPassword', tags, summary: '修改密码', body: ChangePasswordInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const hash = await checkPasswordChange(api.work(request), request.body)
      await api.perform(request, (act) => changePassword(act, hash))
      return reply.code(204).send(null)
    },
  )
  api.post(
    '/me/organisations',
    {
      config: { ...mine, secretAnswer: true, rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: {
        operationId: 'activateOrganisation',
        tags,
        summary: '法定代表人激活法人账号',
        body: ActivateOrganisationInput,
        response: { 201: Me },
      },
    },
    async (request, reply) => {
      const checked = await checkActivation(api.work(request), request.body)
      const me = await api.perform(request, async (act) =>
        meOf(await getAccount(act, await activateOrganisation(act, request.body, checked))),
      )
      return reply.code(201).send(me)
    },
  )
  api.post(
    '/me/phone',
    {
      config: { ...mine, secretAnswer: true, ...rarely },
      schema: {
        operationId: 'changeMyPhone',
        tags,
        summary: '更换绑定手机号码',
        body: ChangePhoneInput,
        response: { 200: Profile },
      },
    },
    async (request) => {
      await checkPhoneChange(api.work(request), request.body)
      return api.perform(request, async (act) => {
        await changePhone(act, request.body)
        return profileOf(act, act.by.id)
      })
    },
  )
  api.post(
    '/me/closing',
    {
      config: { ...mine, secretAnswer: true, ...rarely },
      schema: { operationId: 'closeMyAccount', tags, summary: '注销账号', body: CloseAccountInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await checkClosing(api.work(request), request.body)
      await api.perform(request, (act) => closeAccount(act, request.body))
      takeCookie(reply, userCookie)
      return reply.code(204).send(null)
    },
  )
  api.get(
    '/me/register-questions',
    {
      config: mine,
      schema: {
        operationId: 'listQuestionsAboutMe',
        tags,
        summary: '我的信息被查询的记录',
        querystring: PageInput,
        response: { 200: QuestionPage },
      },
    },
    (request) =>
      api.read(request, async (desk) => {
        const { kind, number } = await getAccount(desk, desk.by.id)
        return listQuestionsAbout(desk, `${kind}:${number}`, request.query)
      }),
  )
}

async function staffMe(desk: Desk): Promise<Me> {
  const { id, name, staffNumber, bodyCode, division } = await getStaff(desk.tx, desk.by.id)
  const [body, login, held] = await Promise.all([getBody(desk.tx, bodyCode), findLogin(desk, { staffId: id }), rolesOf(desk.tx, id)])
  const permissions = [...new Set(desk.by.grants.map((grant) => grant.permission))]
  return {
    id,
    kind: 'staff',
    name,
    staff: {
      staffNumber,
      bodyCode,
      bodyName: body.name,
      division,
      roles: held.map(({ code, name }) => ({ code, name })),
      posts: [...(desk.by.posts ?? [])],
      permissions,
      mustChangePassword: login?.mustChange ?? false,
      secondFactorSet: login?.secondFactor !== undefined,
    },
  }
}
