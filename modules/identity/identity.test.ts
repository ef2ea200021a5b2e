import { aStaffMember, aStaffMemberWho } from '@yiwang/organisation/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { sql } from 'kysely'
import type { Answer } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { accounts, codeFor, company, cookieOf, idNumber, open, password, register, uscc } from './identity-hall.testing.ts'
import { hashPassword, setStaffLogin } from './index.ts'
import { codeAt } from './staff/second-factor.ts'

test('a person registers by phone code and a check of name and number, and is signed in', async (t) => {
  const { hall, postbox } = await open(t)
  const answer = await register(hall, postbox)
  expect(answer).toMatchObject({ status: 201, body: { name: '张测试', level: 1, number: expect.stringContaining('********') } })
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/i)
  expect((await hall.stranger.get('/me', cookieOf(answer))).body).toMatchObject({ kind: 'person', name: '张测试' })
  expect((await hall.stranger.get('/me/profile', cookieOf(answer))).body).toMatchObject({ number: idNumber, address: '上城区样例路1号' })
  expect((await hall.published()).filter((event) => event.name === 'account.registered')).toHaveLength(1)
})

test('personal values do not stand readable in the database, nor in the audit log', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const rows = (
    await sql<{
      row: string
    }>`select a::text as row from identity.account a union all select x::text from kernel.audit x union all select e::text from kernel.event e`.execute(
      hall.house.db,
    )
  ).rows
  const text = rows.map((row) => row.row).join('\n')
  for (const secret of [idNumber, '13800000001', '样例路1号', password]) expect(text).not.toContain(secret)
})

test('RA4-04 a wrong check digit, a name that does not fit, a minor and a common password are refused, and no account is made', async (t) => {
  const { hall, postbox } = await open(t)
  const minor = inventedPersonId({ division: '330102', birth: '2012-05-05', order: 3 })
  const wrong = [
    [{ idNumber: '330102198805059786' }, 'identity.idNumberWrong'],
    [{ name: '李不符' }, 'identity.realNameFailed'],
    [{ idNumber: minor }, 'identity.minor'],
    [{ password: '1234567890' }, 'identity.passwordTooCommon'],
  ] as const
  for (const [over, type] of wrong) {
    expect((await register(hall, postbox, over)).body.type).toBe(type)
    hall.clock.advance(61_000)
  }
  expect(await accounts(hall)).toBe(0)
  expect((await hall.published()).filter((event) => event.name.startsWith('account.'))).toEqual([])
})

test('a code serves once, for five minutes and five guesses', async (t) => {
  const { hall, postbox } = await open(t)
  const code = await codeFor(hall, postbox, '13800000001')
  const send = (given: string) =>
    hall.stranger.post('/accounts/persons', {
      name: '张测试',
      idNumber,
      phone: '13800000001',
      code: given,
      password,
      agreement: 'person-2016-1',
    })
  const other = code === '000000' ? '111111' : '000000'
  for (let guess = 0; guess < 5; guess += 1) expect((await send(other)).body.type).toBe('identity.codeWrong')
  expect((await send(code)).body.type).toBe('identity.codeWrong')
  hall.clock.advance(61_000)
  const second = await codeFor(hall, postbox, '13800000001')
  hall.clock.advance(5 * 60_000)
  expect((await send(second)).body.type).toBe('identity.codeWrong')
  hall.clock.advance(61_000)
  expect((await send(await codeFor(hall, postbox, '13800000001'))).status).toBe(201)
})

test('codes are sent once a minute and five times an hour to a phone, also when asked for at once', async (t) => {
  const { hall } = await open(t, { connections: 4 })
  const ask = () => hall.stranger.post('/one-time-codes', { phone: '13800000001', purpose: 'register' })
  const atOnce = await Promise.all([ask(), ask(), ask()])
  expect(atOnce.map((answer) => answer.status).sort()).toEqual([204, 429, 429])
  for (let round = 0; round < 4; round += 1) {
    hall.clock.advance(61_000)
    expect((await ask()).status).toBe(204)
  }
  hall.clock.advance(61_000)
  expect((await ask()).body.type).toBe('identity.codeTooMany')
})

test('two registrations of one person at once make one account', async (t) => {
  const { hall, postbox } = await open(t, { connections: 4 })
  const [one, two] = [await codeFor(hall, postbox, '13800000001'), await codeFor(hall, postbox, '13800000009')]
  const send = (phone: string, code: string) =>
    hall.stranger.post('/accounts/persons', { name: '张测试', idNumber, phone, code, password, agreement: 'person-2016-1' })
  const answers = await Promise.all([send('13800000001', one), send('13800000009', two)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
  expect(await accounts(hall)).toBe(1)
})

test('an organisation registers with its legal representative; one that does not fit does not', async (t) => {
  const { hall, postbox } = await open(t)
  const claim = {
    name: company.name,
    uscc,
    legalRepresentativeName: '张测试',
    legalRepresentativeIdNumber: idNumber,
    phone: '13800000002',
    password,
    agreement: 'organisation-2016-1',
  }
  const wrong = await hall.stranger.post('/accounts/organisations', {
    ...claim,
    name: '别家公司',
    code: await codeFor(hall, postbox, '13800000002'),
  })
  expect(wrong.body.type).toBe('identity.organisationFailed')
  hall.clock.advance(61_000)
  const right = await hall.stranger.post('/accounts/organisations', { ...claim, code: await codeFor(hall, postbox, '13800000002') })
  expect(right).toMatchObject({ status: 201, body: { kind: 'organisation', level: 2, number: uscc } })
  expect((await hall.stranger.post('/sessions', { login: uscc, password })).status).toBe(201)
})

test('signing in by number, by phone and by code; unknown name and wrong password are told alike', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  hall.clock.advance(61_000)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password })).status).toBe(201)
  expect((await hall.stranger.post('/sessions', { login: '13800000001', password })).status).toBe(201)
  const code = await codeFor(hall, postbox, '13800000001', 'signIn')
  expect((await hall.stranger.post('/sessions', { phone: '13800000001', code })).status).toBe(201)
  expect((await hall.stranger.post('/sessions', { phone: '13800000001', code })).body.type).toBe('identity.codeWrong')
  const [unknown, wrong] = [
    await hall.stranger.post('/sessions', { login: '13899999999', password }),
    await hall.stranger.post('/sessions', { login: '13800000001', password: 'wrong password' }),
  ]
  expect(unknown.body).toEqual(wrong.body)
})

test('five failures lock a name for a quarter of an hour, the right password included', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  const send = (given: string) => hall.stranger.post('/sessions', { login: '13800000001', password: given })
  for (let guess = 0; guess < 5; guess += 1) expect((await send('wrong password')).status).toBe(401)
  expect((await send(password)).body.type).toBe('identity.signInLocked')
  hall.clock.advance(16 * 60_000)
  expect((await send(password)).status).toBe(201)
})

test('a session ends by signing out, by idle time and by a new password elsewhere', async (t) => {
  const { hall, postbox } = await open(t)
  const first = await register(hall, postbox)
  const second = await hall.stranger.post('/sessions', { login: '13800000001', password })
  const third = await hall.stranger.post('/sessions', { login: '13800000001', password })
  await hall.stranger.delete('/sessions/current', cookieOf(third))
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', cookieOf(third))).status).toBe(401)
  expect(
    (await hall.stranger.post('/me/password', { current: password, password: '另一个很长的密码 2026' }, cookieOf(second))).status,
  ).toBe(204)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', cookieOf(first))).status).toBe(401)
  expect((await hall.stranger.get('/me', cookieOf(second))).status).toBe(200)
  hall.clock.advance(121 * 60_000)
  expect((await hall.stranger.get('/me', cookieOf(second))).status).toBe(401)
})

test('three factors raise the level once; a wrong card does not', async (t) => {
  const { hall, postbox } = await open(t)
  const me = cookieOf(await register(hall, postbox))
  expect((await hall.stranger.post('/me/identity-checks', { method: 'socialSecurityCard', cardNumber: 'A00000000' }, me)).body.type).toBe(
    'identity.cardFailed',
  )
  expect((await hall.stranger.get('/me', me)).body.level).toBe(1)
  expect(
    (await hall.stranger.post('/me/identity-checks', { method: 'bankCard', cardNumber: '6222020000000000000', phone: '13800000001' }, me))
      .body.level,
  ).toBe(2)
  expect((await hall.stranger.post('/me/identity-checks', { method: 'socialSecurityCard', cardNumber: 'A12345678' }, me)).body.type).toBe(
    'identity.levelReached',
  )
  const questions = await hall.stranger.get('/me/register-questions', me)
  expect(questions.body.items.map((question: { register: string }) => question.register)).toContain('bankCards')
})

test('a forgotten password is set anew by the phone, and where there is no account the code is called wrong', async (t) => {
  const { hall, postbox } = await open(t)
  await register(hall, postbox)
  hall.clock.advance(61_000)
  const fresh = '全新的密码也很长 1'
  const code = await codeFor(hall, postbox, '13800000001', 'resetPassword')
  expect((await hall.stranger.post('/password-resets', { phone: '13800000001', code, password: fresh })).status).toBe(204)
  expect((await hall.stranger.post('/sessions', { login: '13800000001', password: fresh })).status).toBe(201)
  const nobody = await codeFor(hall, postbox, '13800000077', 'resetPassword')
  expect((await hall.stranger.post('/password-resets', { phone: '13800000077', code: nobody, password: fresh })).body.type).toBe(
    'identity.codeWrong',
  )
})

test('staff sign in with a second factor once they have one, and not without; a code signs in once', async (t) => {
  const { hall } = await open(t)
  const clerk = await hall.act(async (act) => {
    const staff = await aStaffMemberWho(act, ['identity.manageLogins'])
    await setStaffLogin(act, { staffId: staff.id, loginName: 'clerk', passwordHash: await hashPassword(password) })
    return staff
  })
  const headers = (answer: Answer) => ({ headers: { ...cookieOf(answer).headers, 'x-yiwang-app': 'console' } })
  const first = await hall.stranger.post('/staff-sessions', { loginName: 'clerk', password })
  expect(first).toMatchObject({ status: 201, body: { staffId: clerk.id, secondFactorSet: false } })
  expect((await hall.stranger.get('/me', headers(first))).body.staff).toMatchObject({ permissions: ['identity.manageLogins'], posts: [] })
  expect(
    (await hall.stranger.get('/me', { headers: { cookie: headers(first).headers.cookie.replace('yiwang_staff', 'yiwang_session') } }))
      .status,
  ).toBe(200)
  const { body } = await hall.stranger.post('/staff-me/second-factor', {}, headers(first))
  expect((await hall.stranger.post('/staff-sessions', { loginName: 'clerk', password })).body.type).toBe('identity.secondFactorNeeded')
  expect((await hall.stranger.post('/staff-sessions', { loginName: 'clerk', password, secondFactor: '000000' })).body.type).toBe(
    'identity.signInFailed',
  )
  const step = () => Math.floor(hall.clock.now().getTime() / 30_000)
  const signIn = (secondFactor: string) => hall.stranger.post('/staff-sessions', { loginName: 'clerk', password, secondFactor })
  const code = codeAt(body.secret, step())
  const both = await Promise.all([signIn(code), signIn(code)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 401])
  expect((await signIn(codeAt(body.secret, step() - 1))).status).toBe(401)
  hall.clock.advance(30_000)
  expect((await signIn(code)).status).toBe(401)
  expect((await signIn(codeAt(body.secret, step()))).status).toBe(201)
})

test('an administrator opens and closes logins of his own body, never his own; strangers open none', async (t) => {
  const { hall } = await open(t)
  const { admin, other } = await hall.act(async (act) => ({
    admin: await aStaffMemberWho(act, ['identity.manageLogins']),
    other: await aStaffMember(act),
  }))
  await hall.act(async (act) => setStaffLogin(act, { staffId: admin.id, loginName: 'admin', passwordHash: await hashPassword(password) }))
  const me = {
    headers: {
      ...cookieOf(await hall.stranger.post('/staff-sessions', { loginName: 'admin', password })).headers,
      'x-yiwang-app': 'console',
    },
  }
  const opened = await hall.stranger.post(`/staff/${other.id}/login`, { loginName: 'newcomer' }, me)
  expect(opened.status).toBe(201)
  const signedIn = await hall.stranger.post('/staff-sessions', { loginName: 'newcomer', password: opened.body.firstPassword })
  expect(signedIn.body).toMatchObject({ mustChangePassword: true })
  expect((await hall.stranger.post(`/staff/${admin.id}/login`, { loginName: 'mine' }, me)).body.type).toBe('identity.ownLogin')
  expect((await hall.stranger.post(`/staff/${other.id}/login`, { loginName: 'admin' }, me)).body.type).toBe('identity.loginNameTaken')
  expect((await hall.stranger.delete(`/staff/${other.id}/login`, me)).status).toBe(204)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', { headers: { ...cookieOf(signedIn).headers, 'x-yiwang-app': 'console' } })).status).toBe(401)
  expect((await hall.stranger.post(`/staff/${other.id}/login`, { loginName: 'x1' })).status).toBe(401)
})
