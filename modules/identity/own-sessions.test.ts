import { defineRole, grantRole, rolesOf, withdrawRole } from '@yiwang/organisation'
import { aStaffMember, aStaffMemberWho } from '@yiwang/organisation/testing'
import { expect, test } from 'vitest'
import { cookieOf, idNumber, ofConsole, open, password, register, signedInStaff } from './identity-hall.testing.ts'
import { hashPassword, setStaffLogin } from './index.ts'

const fresh = '另一个很长的密码 2026'

test('one sees one’s own sessions, this one marked, and ends another; nobody ends or sees somebody else’s', async (t) => {
  const { hall, postbox } = await open(t)
  const first = cookieOf(await register(hall, postbox))
  const second = cookieOf(await hall.stranger.post('/sessions', { login: '13800000001', password }))
  const clerk = await signedInStaff(hall, [])
  const { body: mine } = await hall.stranger.get('/me/sessions', first)
  expect(mine).toHaveLength(2)
  expect(mine.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  const other = mine.find(({ current }: { current: boolean }) => !current)
  expect((await hall.stranger.get('/me/sessions', clerk)).body.map(({ key }: { key: string }) => key)).not.toContain(other.key)
  expect((await hall.stranger.delete(`/me/sessions/${other.key}`, clerk)).body.type).toBe('identity.notFound')
  expect((await hall.stranger.delete(`/me/sessions/${other.key}`)).status).toBe(401)
  expect((await hall.stranger.get('/me/sessions')).status).toBe(401)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', second)).status).toBe(200)
  expect((await hall.stranger.delete(`/me/sessions/${other.key}`, first)).status).toBe(204)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', second)).status).toBe(401)
  expect((await hall.stranger.get('/me', first)).status).toBe(200)
})

test('what belongs to an account is nobody’s without one: strangers get 401 and change nothing', async (t) => {
  const { hall } = await open(t)
  const { stranger } = hall
  const answers = [
    await stranger.get('/me'),
    await stranger.get('/me/profile'),
    await stranger.get('/me/register-questions'),
    await stranger.post('/me/identity-checks', { method: 'socialSecurityCard', cardNumber: 'A12345678' }),
    await stranger.delete('/sessions/current'),
    await stranger.post('/staff-me/password', { current: password, password: fresh }),
    await stranger.post('/staff-me/second-factor'),
    await stranger.delete('/staff/0b0c3c6e-1111-4111-8111-111111111111/login'),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401))
  expect(await hall.published()).toEqual([])
})

test('staff set their own password by the current one; it ends their other sessions and no longer asks for a change', async (t) => {
  const { hall } = await open(t)
  const admin = await signedInStaff(hall, ['identity.manageLogins'], 'admin')
  const { id } = await hall.act((act) => aStaffMember(act))
  const given = (await hall.stranger.post(`/staff/${id}/login`, { loginName: 'clerk' }, admin)).body.firstPassword
  const signIn = (word: string) => hall.stranger.post('/staff-sessions', { loginName: 'clerk', password: word })
  const [first, second] = [ofConsole(await signIn(given)), ofConsole(await signIn(given))]
  const change = (current: string, next = fresh) => hall.stranger.post('/staff-me/password', { current, password: next }, second)
  expect((await hall.stranger.get('/me', second)).body.staff.mustChangePassword).toBe(true)
  expect((await change('not the password')).body.type).toBe('identity.signInFailed')
  expect((await change(given, '1234567890')).body.type).toBe('identity.passwordTooCommon')
  expect((await signIn(given)).body.mustChangePassword).toBe(true)
  expect((await change(given)).status).toBe(204)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', first)).status).toBe(401)
  expect((await hall.stranger.get('/me', second)).body.staff.mustChangePassword).toBe(false)
  expect((await signIn(given)).body.type).toBe('identity.signInFailed')
  expect((await signIn(fresh)).body.mustChangePassword).toBe(false)
})

test('a right that is withdrawn is gone from open sessions within seconds', async (t) => {
  const { hall } = await open(t)
  const { clerk, other } = await hall.act(async (act) => {
    const staff = await aStaffMemberWho(act, ['identity.manageLogins'])
    await setStaffLogin(act, { staffId: staff.id, loginName: 'clerk', passwordHash: await hashPassword(password) })
    return { clerk: staff, other: await aStaffMemberWho(act, []) }
  })
  const me = ofConsole(await hall.stranger.post('/staff-sessions', { loginName: 'clerk', password }))
  const openLogin = (loginName: string) => hall.stranger.post(`/staff/${other.id}/login`, { loginName }, me)
  expect((await openLogin('newcomer')).status).toBe(201)
  await hall.act(async (act) => {
    for (const { code } of await rolesOf(act.tx, clerk.id)) await withdrawRole(act, clerk.id, code)
  })
  hall.clock.advance(6000)
  expect((await openLogin('again')).status).toBe(403)
})

test('R5A-094 what a role may is changed for one application or one kind of user and holds without a restart; what else they use, and all others, stay as they were', async (t) => {
  const { hall, postbox } = await open(t)
  const person = cookieOf(await register(hall, postbox))
  const roles = {
    front: { name: '前台', permissions: ['identity.lookAccounts', 'identity.manageLogins'], administers: 'system' as const },
    back: { name: '后台', permissions: ['identity.lookAccounts'] },
  }
  const ids = await hall.act(async (act) => {
    const passwordHash = await hashPassword(password)
    const staff: Record<string, string> = {}
    for (const [code, role] of Object.entries(roles)) {
      await defineRole(act, code, role)
      const { id } = await aStaffMember(act)
      await grantRole(act, id, { role: code })
      await setStaffLogin(act, { staffId: id, loginName: code, passwordHash })
      staff[code] = id
    }
    return staff
  })
  const session = async (loginName: string) => ofConsole(await hall.stranger.post('/staff-sessions', { loginName, password }))
  const [front, back] = [await session('front'), await session('back')]
  const statuses = async () => {
    hall.clock.advance(6000)
    const find = (by: typeof front) => hall.stranger.post('/accounts/search', { kind: 'person', number: idNumber }, by)
    const answers = [await find(front), await hall.stranger.get(`/staff/${ids['back']}/login`, front), await find(back)]
    return [...answers, await hall.stranger.get('/me/profile', person)].map(({ status }) => status)
  }
  expect(await statuses()).toEqual([200, 200, 200, 200])
  await hall.act((act) => defineRole(act, 'front', { ...roles.front, permissions: ['identity.manageLogins'] }))
  expect(await statuses()).toEqual([403, 200, 200, 200])
  await hall.act((act) => defineRole(act, 'front', roles.front))
  await hall.act((act) => defineRole(act, 'back', { ...roles.back, permissions: [] }))
  expect(await statuses()).toEqual([200, 200, 403, 200])
})
