import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PageInput, pageOf } from '@yiwang/kernel'
import { AccountAtDesk, AccountChange, AnswerEnablingInput, DisableInput, FindAccountInput } from '../contract.ts'
import { listChanges } from './account-change-store.ts'
import { findAtDesk } from './account-at-desk.ts'
import { disableAccount } from './disable-account.ts'
import { answerEnabling, requestEnabling } from './enable-account.ts'

const tags = ['identity']
const AccountKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const response = { 200: AccountAtDesk }
const disable = { may: 'identity.disableAccounts' }

/** Who watches over the accounts of people and organisations. */
export const accountDeskRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/accounts/search',
    {
      config: { may: 'identity.lookAccounts', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: { operationId: 'findAccount', tags, summary: '按证件号码查找账号', body: FindAccountInput, response },
    },
    // an act, so that who looked is noted
    (request) => api.perform(request, (act) => findAtDesk(act, request.body)),
  )
  api.get(
    '/accounts/:id/changes',
    {
      config: { may: 'identity.lookAccounts' },
      schema: {
        operationId: 'listAccountChanges',
        tags,
        summary: '账号操作记录',
        params: AccountKey,
        querystring: PageInput,
        response: { 200: pageOf(AccountChange) },
      },
    },
    (request) => api.read(request, ({ tx }) => listChanges(tx, request.params.id, request.query)),
  )
  api.post(
    '/accounts/:id/disabling',
    {
      config: disable,
      schema: { operationId: 'disableAccount', tags, summary: '禁用账号', params: AccountKey, body: DisableInput, response },
    },
    (request) => api.perform(request, (act) => disableAccount(act, request.params.id, request.body)),
  )
  api.post(
    '/accounts/:id/enabling-requests',
    {
      config: disable,
      schema: { operationId: 'requestEnabling', tags, summary: '申请解禁账号', params: AccountKey, body: DisableInput, response },
    },
    (request) => api.perform(request, (act) => requestEnabling(act, request.params.id, request.body)),
  )
  api.post(
    '/accounts/:id/enabling',
    {
      config: { may: 'identity.enableAccounts' },
      schema: { operationId: 'answerEnabling', tags, summary: '解禁审核', params: AccountKey, body: AnswerEnablingInput, response },
    },
    (request) => api.perform(request, (act) => answerEnabling(act, request.params.id, request.body)),
  )
}
