import { Problem } from '@yiwang/kernel'
import { registersKnowing } from '@yiwang/registers/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { codeFor, cookieOf, idNumber, open, password, person, register } from './identity-hall.testing.ts'

const fresh = '另一个很长的密码 2026'

test('R5A-049 with the right old password a new one is set, and the old one is worth nothing at once', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const change = (current: string, next: string) => hall.stranger.post('/me/password', { current, password: next }, me)
  expect((await change('not the old one', fresh)).body.type).toBe('identity.signInFailed')
  expect((await change(password, '1234567890')).body.type).toBe('identity.passwordTooCommon')
  expect((await change(password, 'short')).status).toBe(400)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password })).status).toBe(201)
  expect((await change(password, fresh)).status).toBe(204)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password })).body.type).toBe('identity.signInFailed')
  expect((await hall.stranger.post('/sessions', { login: idNumber, password: fresh })).status).toBe(201)
  expect((await hall.stranger.post('/me/password', { current: fresh, password })).status).toBe(401)
})

test('R5A-070 the code to the registered phone sets the password anew and signs out everywhere; wrong, old and foreign codes do not', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const phone = '13800000001'
  const reset = (code: string, to = phone) => hall.stranger.post('/password-resets', { phone: to, code, password: fresh })
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, phone, 'resetPassword')
  expect((await reset(code === '000000' ? '111111' : '000000')).body.type).toBe('identity.codeWrong')
  hall.clock.advance(5 * 60_000)
  expect((await reset(code)).body.type).toBe('identity.codeWrong')
  const nobody = await codeFor(hall, postbox, '13800000077', 'resetPassword')
  expect((await reset(nobody, '13800000077')).body.type).toBe('identity.codeWrong')
  expect((await hall.stranger.post('/sessions', { login: phone, password })).status).toBe(201)
  expect((await reset(await codeFor(hall, postbox, phone, 'resetPassword'))).status).toBe(204)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', me)).status).toBe(401)
  expect((await hall.stranger.post('/sessions', { login: phone, password: fresh })).status).toBe(201)
})

test('R5A-063 R5A-072 R5A-245 another phone is bound when the old and the new one both answered; the old one signs nobody in any more', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  const [old, next] = ['13800000001', '13800000005']
  hall.clock.advance(61_000)
  const [code, newCode] = [await codeFor(hall, postbox, old, 'changePhone'), await codeFor(hall, postbox, next, 'changePhone')]
  const change = (over: object) => hall.stranger.post('/me/phone', { code, phone: next, newCode, ...over }, me)
  const wrong = (right: string) => (right === '000000' ? '111111' : '000000')
  expect((await change({ code: wrong(code) })).body.type).toBe('identity.codeWrong')
  expect((await change({ newCode: wrong(newCode) })).body.type).toBe('identity.codeWrong')
  expect((await hall.stranger.post('/me/phone', { phone: next, newCode }, me)).status).toBe(400)
  expect((await hall.stranger.post('/me/phone', { code, phone: next, newCode })).status).toBe(401)
  expect((await hall.stranger.get('/me/profile', me)).body.phone).toBe(old)
  expect((await hall.stranger.post('/sessions', { login: old, password })).status).toBe(201)
  expect(await change({})).toMatchObject({ status: 200, body: { phone: next } })
  expect((await hall.stranger.post('/sessions', { login: next, password })).status).toBe(201)
  expect((await hall.stranger.post('/sessions', { login: old, password })).body.type).toBe('identity.signInFailed')
  expect((await hall.published()).filter(({ name }) => name === 'account.phoneChanged')).toHaveLength(1)
  await hall.settle()
  expect(postbox.lastTo(old)).toContain('绑定手机号码')
})

test('R5A-072 a phone that is bound to somebody else is not taken, both codes notwithstanding', async (t) => {
  const other = {
    ...person,
    idNumber: inventedPersonId({ division: '330102', birth: '1988-08-08', order: 31 }),
    name: '李样例',
    phone: '13800000006',
  }
  const { hall, postbox } = await open(t, { known: registersKnowing([person, other]) })
  const me = cookieOf(await register(hall, postbox))
  expect((await register(hall, postbox, { name: other.name, idNumber: other.idNumber, phone: other.phone })).status).toBe(201)
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, '13800000001', 'changePhone')
  const newCode = await codeFor(hall, postbox, other.phone, 'changePhone')
  expect((await hall.stranger.post('/me/phone', { code, phone: other.phone, newCode }, me)).body.type).toBe('identity.phoneTaken')
  expect((await hall.stranger.get('/me/profile', me)).body.phone).toBe('13800000001')
  expect((await hall.published()).filter(({ name }) => name === 'account.phoneChanged')).toEqual([])
})

test('R5A-040 a phone or a card of somebody else is refused naming which; a source that is silent sends on to another', async (t) => {
  const known = registersKnowing([person])
  const silent = () => Promise.reject(new Problem('outside.noAnswer', 503, { service: '卡信息核验' }))
  const { hall, postbox } = await open(t, { known: { ...known, verifySocialSecurityCard: silent } })
  const foreign = await codeFor(hall, postbox, '13800000009')
  const claim = { name: '张测试', idNumber, phone: '13800000001', code: foreign, password, agreement: 'person-2016-1' }
  expect((await hall.stranger.post('/accounts/persons', claim)).body.type).toBe('identity.codeWrong')
  const me = cookieOf(await register(hall, postbox))
  const check = (body: object) => hall.stranger.post('/me/identity-checks', body, me)
  const bank = { method: 'bankCard', cardNumber: '6222020000000000000', phone: '13800000001' }
  for (const over of [{ cardNumber: '6222020000000000001' }, { phone: '13800000009' }])
    expect((await check({ ...bank, ...over })).body).toMatchObject({ type: 'identity.cardFailed', method: 'bankCard' })
  const unanswered = await check({ method: 'socialSecurityCard', cardNumber: 'A12345678' })
  expect(unanswered).toMatchObject({ status: 503, body: { type: 'identity.cardSourceSilent', method: 'socialSecurityCard' } })
  expect(unanswered.body.title).toContain('换用另一种卡')
  expect((await hall.stranger.get('/me', me)).body.level).toBe(1)
  expect((await check(bank)).body.level).toBe(2)
})

test('R4-006 R5A-069 one keeps one’s own e-mail and address; name and number are the register’s, and a wrong value changes nothing', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  hall.clock.advance(61_000)
  const code = await codeFor(hall, postbox, '13800000001', 'changeProfile')
  const change = (body: object) => hall.stranger.patch('/me/profile', { code, ...body }, me)
  expect((await change({ email: 'zhang@example.cn', address: '下城区样例路3号' })).status).toBe(200)
  const kept = { name: '张测试', number: idNumber, email: 'zhang@example.cn', address: '下城区样例路3号' }
  for (const wrong of [
    { email: 'no address' },
    { address: '' },
    { name: '王别名' },
    { number: '330102199003070000' },
    { phone: '13800000009' },
  ])
    expect((await change(wrong)).status).toBe(400)
  expect((await hall.stranger.get('/me/profile', me)).body).toMatchObject(kept)
  expect((await hall.stranger.patch('/me/profile', { code, address: '别处' })).status).toBe(401)
})

test('R7-092 a password stands nowhere but as a salted hash: not in a table, the log, or an answer', async (t) => {
  const { hall, postbox } = await open(t)
  const answers = [await register(hall, postbox), await hall.stranger.post('/sessions', { login: idNumber, password })]
  const me = cookieOf(answers[0] ?? { status: 0, body: '', headers: {} })
  for (const path of ['/me', '/me/profile', '/me/sessions']) answers.push(await hall.stranger.get(path, me))
  const texts = (
    await sql<{ line: string }>`select a::text as line from identity.account a union all select x::text from kernel.audit x
      union all select e::text from kernel.event e union all select i::text from kernel.idempotency i`.execute(hall.house.db)
  ).rows.map(({ line }) => line)
  const everything = [...texts, ...answers.map(({ body }) => JSON.stringify(body))].join('\n')
  expect(everything).not.toContain(password)
  const hashes = await sql<{ hash: string }>`select password_hash as hash from identity.account`.execute(hall.house.db)
  expect(hashes.rows[0]?.hash).toMatch(/^\$argon2id\$/)
  expect(answers.map(({ body }) => JSON.stringify(body)).join()).not.toContain('argon2')
})
