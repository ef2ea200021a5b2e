import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { getAccount } from '../accounts/account-store.ts'
import { meOf } from '../accounts/profile.ts'
import { useCode } from '../codes/use-code.ts'
import { Me, SessionLine, SignInInput, SignInLine } from '../contract.ts'
import { openDoor } from '../open-door.ts'
import { problem } from '../problems.ts'
import { staffCookie, userCookie } from './authenticate.ts'
import { entranceOf, giveCookie, takeCookie } from './cookie.ts'
import { endSession, listSessions } from './session-store.ts'
import { noteSignIn } from './note-sign-in.ts'
import { listSignIns } from './sign-in-store.ts'
import { whoSignsIn } from './sign-in.ts'
import { startSession } from './start-session.ts'

const tags = ['identity']
const self = { may: 'identity.self' }

export const sessionRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/sessions',
    { config: openDoor, schema: { operationId: 'signIn', tags, summary: '登录', body: SignInInput, response: { 201: Me } } },
    async (request, reply) => {
      const work = api.work(request)
      const input = request.body
      const entrance = entranceOf(request)
      const { id, phone } = await whoSignsIn(work, input, entrance)
      const { me, token } = await api.perform(request, async (act) => {
        if ('code' in input) await useCode(act, { phone: input.phone, purpose: 'signIn', code: input.code })
        await noteSignIn(act, { holderId: id, kind: 'user', phone }, entrance)
        return { token: await startSession(act, 'user', id, entrance), me: meOf(await getAccount(act, id)) }
      })
      giveCookie(reply, work.settings, userCookie, token)
      return reply.code(201).send(me)
    },
  )
  api.delete(
    '/sessions/current',
    { config: self, schema: { operationId: 'signOut', tags, summary: '退出登录', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await api.perform(request, (act) => endSession(act, act.by.session ?? '', act.by.id))
      takeCookie(reply, request.by.kind === 'staff' ? staffCookie : userCookie)
      return reply.code(204).send(null)
    },
  )
  api.get(
    '/me/sessions',
    { config: self, schema: { operationId: 'listMySessions', tags, summary: '我的登录会话', response: { 200: Type.Array(SessionLine) } } },
    (request) =>
      api.read(request, async ({ tx, by }) => {
        const sessions = await listSessions(tx, by.id)
        return sessions.map(({ key, channel, device, startedAt, seenAt }) => ({
          key,
          channel,
          device,
          startedAt,
          seenAt,
          current: key === by.session,
        }))
      }),
  )
  api.get(
    '/me/sign-ins',
    {
      config: self,
      schema: {
        operationId: 'listMySignIns',
        tags,
        summary: '我的登录记录',
        querystring: PageInput,
        response: { 200: pageOf(SignInLine) },
      },
    },
    (request) => api.read(request, ({ tx, by }) => listSignIns(tx, by.id, request.query)),
  )
  api.delete(
    '/me/sessions/:key',
    {
      config: self,
      schema: {
        operationId: 'endMySession',
        tags,
        summary: '结束一个登录会话',
        params: Type.Object({ key: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await api.perform(request, async (act) => {
        if (!(await endSession(act, request.params.key, act.by.id))) throw problem.notFound()
      })
      return reply.code(204).send(null)
    },
  )
}
