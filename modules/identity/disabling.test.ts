import { Problem } from '@yiwang/kernel'
import { aPostbox } from '@yiwang/messages/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Opened } from './identity-hall.testing.ts'
import { contactOf } from './index.ts'
import { cookieOf, idNumber, open, password, register, signedInStaff } from './identity-hall.testing.ts'

const reason = { reason: '冒用他人信息注册' }

/** A registered person, a clerk who watches over accounts, and the head who grants. */
async function aWatchedAccount(opened: Opened) {
  const { hall, postbox } = opened
  const session = await register(hall, postbox)
  const clerk = await signedInStaff(hall, ['identity.lookAccounts', 'identity.disableAccounts'], 'watcher')
  const head = await signedInStaff(hall, ['identity.lookAccounts', 'identity.enableAccounts'], 'head')
  const find = (by = clerk) => hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, by)
  const { id } = (await find()).body
  const at = (path: string, body: object, by = clerk) => hall.stranger.post(`/accounts/${id}/${path}`, body, by)
  return { hall, postbox, session, clerk, head, find, id, at }
}
const signIn = ({ hall }: Pick<Opened, 'hall'>) => hall.stranger.post('/sessions', { login: idNumber, password })

test('R5A-087 RA4-22 a disabled account does nothing more at once, for a reason that is kept with all that was; nobody disables without one or without the right', async (t) => {
  const account = await aWatchedAccount(await open(t))
  const { hall, at, session, head } = account
  for (const lacking of [{}, { reason: '' }]) expect((await at('disabling', lacking)).status).toBe(400)
  expect((await at('disabling', reason, head)).status).toBe(403)
  expect((await at('disabling', reason, cookieOf(session))).status).toBe(403)
  expect((await hall.stranger.post(`/accounts/${account.id}/disabling`, reason)).status).toBe(401)
  expect((await signIn(account)).status).toBe(201)
  expect(await at('disabling', reason)).toMatchObject({
    status: 200,
    body: { state: 'disabled', changes: [{ kind: 'disable', ...reason }, { kind: 'open' }] },
  })
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', cookieOf(session))).status).toBe(401)
  expect((await signIn(account)).body.type).toBe('identity.signInFailed')
  expect((await at('disabling', reason)).body).toMatchObject({ type: 'identity.notActive', state: 'disabled' })
  hall.clock.advance(61_000)
  expect((await register(hall, account.postbox, { phone: '13800000007' })).body.type).toBe('identity.alreadyRegistered')
  // what is still to be told about what was done with it finds its way
  expect(await hall.act((act) => contactOf(act, account.id))).toMatchObject({ phone: '13800000001' })
  expect((await account.find()).body).toMatchObject({ state: 'disabled', number: expect.stringContaining('********') })
})

test('R5A-089 an account is enabled again when the head grants what another asked for, and only one that is disabled', async (t) => {
  const account = await aWatchedAccount(await open(t))
  const { hall, at, head } = account
  const both = await signedInStaff(hall, ['identity.disableAccounts', 'identity.enableAccounts'], 'both')
  expect((await at('enabling-requests', { reason: '已更正' })).body.type).toBe('identity.notDisabled')
  await at('disabling', reason)
  const asked = await at('enabling-requests', { reason: '已更正' }, both)
  const [request] = asked.body.changes
  expect((await at('enabling-requests', { reason: '再申请' })).body.type).toBe('identity.requestOpen')
  const grant = { requestId: request.id, granted: true }
  expect((await at('enabling', grant, both)).body.type).toBe('identity.ownRequest')
  expect((await at('enabling', grant)).status).toBe(403)
  expect((await at('enabling', { ...grant, requestId: account.id }, head)).body.type).toBe('identity.requestNotOpen')
  expect((await signIn(account)).status).toBe(401)
  expect((await at('enabling', { ...grant, granted: false, note: '证据不足' }, head)).body).toMatchObject({
    state: 'disabled',
    changes: [{ outcome: 'refused', note: '证据不足' }, { kind: 'disable' }, { kind: 'open' }],
  })
  const again = await at('enabling-requests', { reason: '补充证据' })
  const granted = await at('enabling', { requestId: again.body.changes[0].id, granted: true }, head)
  expect(granted.body).toMatchObject({
    state: 'active',
    changes: [{ outcome: 'granted' }, { outcome: 'refused' }, { kind: 'disable' }, { kind: 'open' }],
  })
  expect((await signIn(account)).status).toBe(201)
  expect((await at('enabling', { requestId: request.id, granted: true }, head)).body.type).toBe('identity.notDisabled')
  const names = (await hall.published()).map(({ name }) => name).filter((name) => /abled$/.test(name))
  expect(names).toEqual(['account.disabled', 'account.enabled'])
})

test('R5A-088 R5A-090 the holder is told of both by SMS at the bound phone; what does not arrive is tried again, each try on record', async (t) => {
  let failures = 0
  const good = aPostbox()
  const shaky = {
    ...good,
    sms: (message: Parameters<typeof good.sms>[0]) => {
      if (!message.text.includes('禁用') || (failures += 1) > 1) return good.sms(message)
      return Promise.reject(new Problem('outside.noAnswer', 503, { service: '短信网关' }))
    },
    get inbox() {
      return good.inbox
    },
  }
  const account = await aWatchedAccount(await open(t, { postbox: shaky }))
  const { hall, at, head, clerk } = account
  await at('disabling', reason)
  await expect(hall.settle()).rejects.toMatchObject({ code: 'outside.noAnswer' })
  const { rows } = await sql<{ id: string; state: string }>`select id, state from messages.delivery
    where template = 'accountDisabled' and channel = 'sms'`.execute(hall.house.db)
  expect(rows).toMatchObject([{ state: 'waiting' }])
  await hall.runJob('messages.deliver', { deliveryId: rows[0]?.id })
  expect(good.lastTo('13800000001')).toContain(reason.reason)
  const tries = await sql<{
    outcome: string
  }>`select outcome from messages.attempt where delivery_id = ${rows[0]?.id} order by number`.execute(hall.house.db)
  expect(tries.rows).toEqual([{ outcome: 'noAnswer' }, { outcome: 'delivered' }])
  const asked = await at('enabling-requests', { reason: '已更正' }, clerk)
  await at('enabling', { requestId: asked.body.changes[0].id, granted: true }, head)
  await hall.settle()
  expect(good.lastTo('13800000001')).toContain('已解禁')
  expect((await signIn(account)).status).toBe(201)
})
