import { aBody, aStaffMember, homeBody, places } from '@yiwang/organisation/testing'
import { inventedUscc } from '@yiwang/standards/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Opened } from './identity-hall.testing.ts'
import {
  accounts,
  codeFor,
  company,
  cookieOf,
  idNumber,
  ofConsole,
  open,
  password,
  register,
  signedInStaff,
  uscc,
} from './identity-hall.testing.ts'

const given = { kind: 'person', name: '张测试', number: idNumber, phone: '13800000001', agreement: 'person-2016-1' }

/** The first password, as it came to the telephone. */
async function firstPassword({ hall, postbox }: Opened, phone: string): Promise<string> {
  await hall.settle()
  const told = postbox.inbox.filter(({ to, text }) => to === phone && text.includes('初始密码'))
  expect(told).toHaveLength(1)
  return /初始密码是 ([\w-]+)。/.exec(told[0]?.text ?? '')?.[1] ?? ''
}

/** A clerk of the registration counter, and how he opens an account with a code sent just now. */
async function counter({ hall, postbox }: Opened) {
  const clerk = await signedInStaff(hall, ['identity.registerInPerson'], 'counter')
  const open = async (over: Partial<typeof given> & { code?: string } = {}) => {
    const shown = { ...given, ...over }
    const code = over.code ?? (await codeFor(hall, postbox, shown.phone))
    return hall.stranger.post('/accounts/in-person', { ...shown, code }, clerk)
  }
  return { clerk, open }
}

test('R5A-083 at the registration counter a person seen in person gets level 3 when all of it fits; other clerks and strangers open nothing', async (t) => {
  const opened = await open(t)
  const { hall } = opened
  const desk = await counter(opened)
  const { agreement: _, ...unsigned } = given
  expect((await hall.stranger.post('/accounts/in-person', { ...unsigned, code: '123456' }, desk.clerk)).status).toBe(400)
  const { name: __, ...nameless } = given
  expect((await hall.stranger.post('/accounts/in-person', { ...nameless, code: '123456' }, desk.clerk)).status).toBe(400)
  expect((await desk.open({ name: '别人' })).body.type).toBe('identity.realNameFailed')
  hall.clock.advance(61_000)
  expect((await desk.open({ agreement: 'organisation-2016-1' })).body.type).toBe('identity.agreementWrong')
  expect(await accounts(hall)).toBe(0)
  hall.clock.advance(61_000)
  const done = await desk.open()
  expect(done.status).toBe(201)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password: await firstPassword(opened, given.phone) })).body.level).toBe(
    3,
  )
  const organisation = { kind: 'organisation', name: company.name, number: uscc, phone: '13800000003', agreement: 'organisation-2016-1' }
  expect((await desk.open(organisation)).status).toBe(201)
  hall.clock.advance(61_000)
  expect((await desk.open({ ...organisation, phone: '13800000004' })).body.type).toBe('identity.alreadyRegistered')
  const other = await signedInStaff(hall, ['identity.manageLogins'], 'other')
  expect((await hall.stranger.post('/accounts/in-person', { ...given, code: '123456' }, other)).status).toBe(403)
  expect((await hall.stranger.post('/accounts/in-person', { ...given, code: '123456' })).status).toBe(401)
  expect(await accounts(hall)).toBe(2)
})

test('R5A-043 the phone must answer at the counter too: a wrong, old or too often guessed code opens nothing', async (t) => {
  const opened = await open(t)
  const { hall, postbox } = opened
  const desk = await counter(opened)
  const right = await codeFor(hall, postbox, given.phone)
  const wrong = right === '000000' ? '111111' : '000000'
  for (let guess = 0; guess < 5; guess += 1) expect((await desk.open({ code: wrong })).body.type).toBe('identity.codeWrong')
  expect((await desk.open({ code: right })).body.type).toBe('identity.codeWrong')
  hall.clock.advance(61_000)
  const late = await codeFor(hall, postbox, given.phone)
  hall.clock.advance(5 * 60_000)
  expect((await desk.open({ code: late })).body.type).toBe('identity.codeWrong')
  expect(await accounts(hall)).toBe(0)
  expect((await desk.open()).status).toBe(201)
})

test('R5A-045 R5A-046 R5A-048 the account opens under the identity number, once, with a password of chance told once; who opened it is kept', async (t) => {
  const opened = await open(t)
  const { hall } = opened
  const desk = await counter(opened)
  const person = await desk.open()
  const organisation = await desk.open({
    kind: 'organisation',
    name: company.name,
    number: uscc,
    phone: '13800000003',
    agreement: 'organisation-2016-1',
  })
  expect([person.body.loginName, organisation.body.loginName]).toEqual([idNumber, uscc])
  expect([person.body.toldAt, organisation.body.toldAt]).toEqual(['138****0001', '138****0003'])
  const passwords = [await firstPassword(opened, given.phone), await firstPassword(opened, '13800000003')]
  expect(JSON.stringify([person.body, organisation.body])).not.toMatch(new RegExp(passwords.join('|')))
  expect(new Set(passwords).size).toBe(2)
  for (const one of passwords) expect(one).toMatch(/^[\w]{4}-[\w]{4}-[\w]{4}$/)
  for (const [login, first] of [
    [idNumber, passwords[0]],
    [uscc, passwords[1]],
  ])
    expect((await hall.stranger.post('/sessions', { login, password: first })).status).toBe(201)
  hall.clock.advance(61_000)
  expect((await desk.open({ phone: '13800000008' })).body.type).toBe('identity.alreadyRegistered')

  const clerk = (await hall.stranger.get('/me', desk.clerk)).body.id
  const opening = (await hall.audited()).filter(({ act }) => act.startsWith('identity.registerInPerson'))
  expect(opening).toMatchObject([
    { actor_id: clerk, outcome: 'done' },
    { actor_id: clerk, outcome: 'done' },
  ])
  const { rows } = await sql<{ line: string }>`select a::text as line from identity.account a union all select x::text from kernel.audit x
    union all select e::text from kernel.event e union all select i::text from kernel.idempotency i
    union all select d::text from messages.delivery d union all select m::text from messages.message m`.execute(hall.house.db)
  for (const one of passwords) expect(rows.map(({ line }) => line).join('\n')).not.toContain(one)
})

test('R7-001 users and staff are two houses: the login of one opens nothing of the other', async (t) => {
  const { hall, postbox } = await open(t)
  const person = await register(hall, postbox)
  const clerk = await signedInStaff(hall, ['identity.manageLogins'])
  expect((await hall.stranger.post('/staff-sessions', { loginName: '13800000001', password })).body.type).toBe('identity.signInFailed')
  expect((await hall.stranger.post('/sessions', { login: 'clerk', password })).body.type).toBe('identity.signInFailed')
  const another = '/staff/01890a5d-ac96-774b-bcce-b302099a8057/login'
  expect((await hall.stranger.post(another, { loginName: 'mine' }, cookieOf(person))).status).toBe(403)
  expect((await hall.stranger.post(another, { loginName: 'mine' }, ofConsole(person))).status).toBe(401)
  expect((await hall.stranger.get('/me/profile', clerk)).status).toBe(403)
})

test('R7-005 the administrator of a body enrols, changes and removes its staff, of no other; who was removed signs in no more at once', async (t) => {
  const { hall } = await open(t)
  const admin = await signedInStaff(hall, ['organisation.manageStaff', 'organisation.lookStaff', 'identity.manageLogins'], 'admin')
  const other = await hall.act(async (act) => {
    await aBody(act, { code: inventedUscc({ kind: '11', nth: 3 }), name: '市局', division: places.city })
    return aStaffMember(act, { bodyCode: inventedUscc({ kind: '11', nth: 3 }) })
  })
  const enrolled = await hall.stranger.post('/staff', { staffNumber: 'A-001', name: '样例员', bodyCode: homeBody }, admin)
  expect(enrolled.status).toBe(200)
  const { id } = enrolled.body
  expect((await hall.stranger.patch(`/staff/${id}`, { name: '样例改' }, admin)).body.name).toBe('样例改')
  for (const answer of [
    await hall.stranger.patch(`/staff/${other.id}`, { name: '越级' }, admin),
    await hall.stranger.post(`/staff/${other.id}/disabling`, { reason: '越级' }, admin),
    await hall.stranger.post('/staff', { staffNumber: 'A-002', name: '越级', bodyCode: other.bodyCode }, admin),
  ])
    expect(answer.status).toBe(403)
  const { firstPassword } = (await hall.stranger.post(`/staff/${id}/login`, { loginName: 'newcomer' }, admin)).body
  const signIn = () => hall.stranger.post('/staff-sessions', { loginName: 'newcomer', password: firstPassword })
  expect((await signIn()).status).toBe(201)
  expect((await hall.stranger.post(`/staff/${id}/disabling`, { reason: '调离' }, admin)).status).toBe(200)
  expect((await signIn()).body.type).toBe('identity.signInFailed')
})
