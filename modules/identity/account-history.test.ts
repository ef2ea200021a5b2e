import { registersKnowing } from '@yiwang/registers/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { codeFor, cookieOf, idNumber, open, password, person, register, signedInStaff } from './identity-hall.testing.ts'

const phone = '13800000001'
const fresh = '另一个很长的密码 2026'
const wrongOf = (right: string) => (right === '000000' ? '111111' : '000000')

test('R5A-091 opening, disabling, enabling, resetting and changing an account each leave who, when, and what it was before and after; nobody rewrites it', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const { id } = (await hall.stranger.get('/me', me)).body
  const clerk = await signedInStaff(hall, ['identity.lookAccounts', 'identity.disableAccounts'], 'watcher')
  const head = await signedInStaff(hall, ['identity.enableAccounts'], 'head')
  const { id: clerkId } = (await hall.stranger.get('/me', clerk)).body
  const { id: headId } = (await hall.stranger.get('/me', head)).body

  await hall.stranger.post('/me/identity-checks', { method: 'socialSecurityCard', cardNumber: 'A12345678' }, me)
  await hall.stranger.post('/me/password', { current: password, password: fresh }, me)
  hall.clock.advance(61_000)
  const [code, newCode] = [await codeFor(hall, postbox, phone, 'changePhone'), await codeFor(hall, postbox, '13800000005', 'changePhone')]
  await hall.stranger.post('/me/phone', { code, phone: '13800000005', newCode }, me)
  await hall.stranger.post(`/accounts/${id}/disabling`, { reason: '冒用他人信息' }, clerk)
  const asked = await hall.stranger.post(`/accounts/${id}/enabling-requests`, { reason: '已更正' }, clerk)
  await hall.stranger.post(`/accounts/${id}/enabling`, { requestId: asked.body.changes[0].id, granted: true }, head)
  hall.clock.advance(61_000)
  const reset = await codeFor(hall, postbox, '13800000005', 'resetPassword')
  await hall.stranger.post('/password-resets', { phone: '13800000005', code: reset, password })

  const history = (await hall.stranger.get(`/accounts/${id}/changes?limit=50`, clerk)).body.items
  const none = { before: {}, after: {}, askedBy: id, outcome: 'done' }
  expect(history.toReversed()).toMatchObject([
    { ...none, kind: 'open', after: { name: '张测试', number: expect.stringContaining('********'), phone: '138****0001', level: '1' } },
    { ...none, kind: 'level', before: { level: '1' }, after: { level: '2' } },
    { ...none, kind: 'password' },
    { ...none, kind: 'phone', before: { phone: '138****0001' }, after: { phone: '138****0005' } },
    {
      ...{ kind: 'disable', reason: '冒用他人信息', askedBy: clerkId, outcome: 'done' },
      ...{ before: { state: 'active' }, after: { state: 'disabled' } },
    },
    {
      ...{ kind: 'enable', reason: '已更正', askedBy: clerkId, outcome: 'granted', decidedBy: headId },
      ...{ before: { state: 'disabled' }, after: { state: 'active' } },
    },
    { ...none, kind: 'password' },
  ])
  expect(history.every(({ askedAt }: { askedAt: string }) => askedAt.startsWith('2026-'))).toBe(true)
  for (const statement of [
    sql`update identity.account_change set asked_by = 'nobody'`,
    sql`update identity.account_change set outcome = 'refused' where kind = 'enable'`,
    sql`delete from identity.account_change`,
    sql`truncate identity.account_change`,
  ])
    await expect(statement.execute(hall.house.db)).rejects.toThrow('append-only')
  const page = (await hall.stranger.get(`/accounts/${id}/changes?limit=3`, clerk)).body
  expect([
    page.items.length,
    (await hall.stranger.get(`/accounts/${id}/changes?limit=9&after=${page.next}`, clerk)).body.items.length,
  ]).toEqual([3, 4])
  expect((await hall.stranger.get(`/accounts/${id}/changes`, head)).status).toBe(403)
  expect((await hall.stranger.get(`/accounts/${id}/changes`, me)).status).not.toBe(200)
  expect((await hall.stranger.get(`/accounts/${id}/changes`)).status).toBe(401)
})

test('R5A-071 at the counter the identity card gets a new password of chance, told once and on record; a face that does not fit gets none', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const clerk = await signedInStaff(hall, ['identity.registerInPerson', 'identity.lookAccounts'], 'counter')
  const restore = (body: object, by = clerk) => hall.stranger.post('/accounts/in-person-restoring', body, by)
  const card = { name: '张测试', number: idNumber }
  expect((await restore({ ...card, name: '李不符' })).body.type).toBe('identity.realNameFailed')
  const stranger = inventedPersonId({ division: '330102', birth: '1988-08-08', order: 31 })
  expect((await restore({ ...card, number: stranger })).body.type).toBe('identity.notFound')
  expect((await restore({ ...card, number: `${phone}0000000` })).body.type).toBe('identity.notFound')
  expect((await restore(card, {})).status).toBe(401)
  expect((await restore(card, await signedInStaff(hall, ['identity.manageLogins'], 'other'))).status).toBe(403)
  const signIn = (given: string) => hall.stranger.post('/sessions', { login: idNumber, password: given })
  const session = await signIn(password)
  expect(session.status).toBe(201)
  const restored = await restore(card)
  expect(restored).toMatchObject({ status: 201, body: { loginName: idNumber, firstPassword: expect.stringMatching(/^\S{14}$/) } })
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', cookieOf(session))).status).toBe(401)
  expect((await signIn(password)).body.type).toBe('identity.signInFailed')
  expect((await signIn(restored.body.firstPassword)).status).toBe(201)
  const again = await restore(card)
  expect(again.body.firstPassword).not.toBe(restored.body.firstPassword)
  const { changes } = (await hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, clerk)).body
  const { id } = (await hall.stranger.get('/me', clerk)).body
  expect(changes).toMatchObject([{ kind: 'password', askedBy: id }, { kind: 'password', askedBy: id }, { kind: 'open' }])
  const texts = await sql<{
    line: string
  }>`select x::text as line from kernel.audit x union all select e::text from kernel.event e`.execute(hall.house.db)
  expect(JSON.stringify(texts.rows)).not.toContain(restored.body.firstPassword)
})

test('whose phone is gone takes another along to the counter: with its code it is bound, without it nothing changes', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const clerk = await signedInStaff(hall, ['identity.registerInPerson'], 'counter')
  const card = { name: '张测试', number: idNumber, phone: '13800000005' }
  const restore = (code?: string) =>
    hall.stranger.post('/accounts/in-person-restoring', code === undefined ? card : { ...card, code }, clerk)
  expect((await restore()).body.type).toBe('identity.codeWrong')
  const code = await codeFor(hall, postbox, card.phone, 'changePhone')
  expect((await restore(wrongOf(code))).body.type).toBe('identity.codeWrong')
  expect((await hall.stranger.post('/sessions', { login: phone, password })).status).toBe(201)
  const restored = await restore(code)
  expect((await hall.stranger.post('/sessions', { login: card.phone, password: restored.body.firstPassword })).status).toBe(201)
  expect((await hall.stranger.post('/sessions', { login: phone, password: restored.body.firstPassword })).status).toBe(401)
  await hall.settle()
  expect(postbox.lastTo(phone)).toContain('大厅窗口重置')
})

test('RA4-25 a closed account signs in no more and never again; who comes back registers whole and has another account', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const { id } = (await hall.stranger.get('/me', me)).body
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, phone, 'closeAccount')
  const close = (given?: string, by = me) => hall.stranger.post('/me/closing', given === undefined ? {} : { code: given }, by)
  expect((await close()).status).toBe(400)
  expect((await close(wrongOf(code))).body.type).toBe('identity.codeWrong')
  expect((await close(code, { headers: { cookie: '', 'sec-fetch-site': 'same-origin' } })).status).toBe(401)
  expect((await hall.stranger.get('/me', me)).status).toBe(200)
  expect((await close(code)).status).toBe(204)
  expect((await hall.stranger.get('/me', me)).status).toBe(401)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password })).body.type).toBe('identity.signInFailed')
  hall.clock.advance(61_000)
  const signIn = await codeFor(hall, postbox, phone, 'signIn')
  expect((await hall.stranger.post('/sessions', { phone, code: signIn })).body.type).toBe('identity.codeWrong')
  const clerk = await signedInStaff(hall, ['identity.lookAccounts', 'identity.disableAccounts', 'identity.enableAccounts'], 'watcher')
  const seen = await hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, clerk)
  expect(seen.body).toMatchObject({ id, state: 'closed', changes: [{ kind: 'close', askedBy: id }, { kind: 'open' }] })
  // nothing opens it again
  expect((await hall.stranger.post(`/accounts/${id}/enabling-requests`, { reason: '恢复' }, clerk)).body.type).toBe('identity.notDisabled')
  // an unfinished registration gives nothing back, a whole one gives a new account
  hall.clock.advance(61_000)
  const unsigned = await register(hall, postbox, { agreement: 'none' })
  expect(unsigned.body.type).toBe('identity.agreementWrong')
  hall.clock.advance(61_000)
  const again = await register(hall, postbox)
  expect(again).toMatchObject({ status: 201, body: { level: 1 } })
  expect(again.body.id).not.toBe(id)
  expect((await hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, clerk)).body.state).toBe('active')
  await hall.settle()
  expect((await hall.published()).filter(({ name }) => name === 'account.closed')).toEqual([
    { name: 'account.closed', body: { accountId: id } },
  ])
})

test('R5A-162 what one keeps oneself changes by a code to the bound phone: none, a wrong and an old one keep all as it was', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const change = (body: object) => hall.stranger.patch('/me/profile', body, me)
  const address = '下城区样例路3号'
  const profile = async () => (await hall.stranger.get('/me/profile', me)).body
  const before = await profile()
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, phone, 'changeProfile')
  expect((await change({ address })).status).toBe(400)
  expect((await change({ address, code: wrongOf(code) })).body.type).toBe('identity.codeWrong')
  hall.clock.advance(5 * 60_000)
  expect((await change({ address, code })).body.type).toBe('identity.codeWrong')
  expect((await hall.stranger.post('/me/phone', { phone: '13800000005', newCode: '000000' }, me)).status).toBe(400)
  expect(await profile()).toEqual(before)
  const again = await codeFor(hall, postbox, phone, 'changeProfile')
  expect((await change({ address, code: again })).body.address).toBe(address)
  expect((await change({ address: '别处', code: again })).body.type).toBe('identity.codeWrong')
  expect(await profile()).toEqual({ ...before, address })
})

test('RA4-21 a password older than the house thinks good is told at sign-in and bars nothing; once changed it is told no more', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const signIn = async (given: string) => cookieOf(await hall.stranger.post('/sessions', { login: idNumber, password: given }))
  const days = async (by: ReturnType<typeof cookieOf>) => (await hall.stranger.get('/me', by)).body.passwordDays
  expect(await days(await signIn(password))).toBeUndefined()
  hall.clock.advance(180 * 86_400_000)
  const me = await signIn(password)
  expect(await days(me)).toBe(180)
  expect((await hall.stranger.get('/me/profile', me)).status).toBe(200)
  expect((await hall.stranger.post('/me/password', { current: password, password: fresh }, me)).status).toBe(204)
  expect(await days(me)).toBeUndefined()
  expect(await days(await signIn(fresh))).toBeUndefined()
})

test('RA4-20 nobody reads a password out; a sign-in from another device is told, and each sign-in and failure stands in one’s own record', async (t) => {
  const other = { ...person, idNumber: inventedPersonId({ division: '330102', birth: '1988-08-08', order: 31 }), name: '李样例' }
  const { hall, postbox } = await open(t, { known: registersKnowing([person, other]) })
  await register(hall, postbox)
  await hall.settle() // the greeting to a new account has gone out
  const from = (agent: string, given = password) =>
    hall.stranger.post('/sessions', { login: idNumber, password: given }, { headers: { 'user-agent': agent } })
  const [desktop, elsewhere] = ['Mozilla/5.0 (Windows NT 10.0) Chrome/150', 'Mozilla/5.0 (iPhone) Mobile Safari/600']
  const told = async (by: ReturnType<typeof cookieOf>) =>
    (await hall.stranger.get('/my/messages', by)).body.items.filter(({ template }: { template: string }) => template === 'newDevice')
  const first = cookieOf(await from(desktop))
  expect(await told(first)).toEqual([])
  await from(desktop)
  hall.clock.advance(1000)
  expect((await from(elsewhere, 'a wrong password')).status).toBe(401)
  hall.clock.advance(1000)
  const second = cookieOf(await from(elsewhere))
  expect(await told(second)).toMatchObject([{ text: expect.stringContaining('Safari · iPhone') }])
  await hall.settle()
  expect(postbox.lastTo(phone)).toContain('新设备')
  const lines = (await hall.stranger.get('/me/sign-ins', second)).body.items
  expect(lines.slice(0, 2)).toMatchObject([
    { outcome: 'signedIn', device: 'Safari · iPhone', channel: 'phone' },
    { outcome: 'failed', device: 'Safari · iPhone' },
  ])
  expect(lines).toHaveLength(4)
  const page = (await hall.stranger.get('/me/sign-ins?limit=3', second)).body
  expect((await hall.stranger.get(`/me/sign-ins?limit=3&after=${page.next}`, second)).body.items).toHaveLength(1)
  // another sees his own
  hall.clock.advance(61_000)
  const others = cookieOf(await register(hall, postbox, { name: other.name, idNumber: other.idNumber, phone: '13800000006' }))
  expect((await hall.stranger.get('/me/sign-ins', others)).body.items).toEqual([])
  expect((await hall.stranger.get('/me/sign-ins')).status).toBe(401)
  const watcher = await signedInStaff(hall, ['identity.lookAccounts'], 'watcher')
  const seen = JSON.stringify((await hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, watcher)).body)
  expect(seen).not.toMatch(/argon2|assword":/)
  // six months later nothing of it is left
  hall.clock.advance(184 * 86_400_000)
  await hall.runJob('identity.forget')
  expect((await sql`select 1 from identity.sign_in where at < ${hall.clock.now()}`.execute(hall.house.db)).rows).toEqual([])
})
