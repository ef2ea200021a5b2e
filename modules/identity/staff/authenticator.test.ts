import { aBody, aStaffMember, aStaffMemberWho, places } from '@yiwang/organisation/testing'
import { inventedUscc } from '@yiwang/standards/testing'
import type { Answer, Hall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ofConsole, open, password } from '../identity-hall.testing.ts'
import { hashPassword, setStaffLogin } from '../index.ts'
import { codeAt } from './second-factor.ts'

const reason = { reason: '手机遗失，本人当面核实' }

/** A clerk with an authenticator bound, the steward of the same body, and what both may do. */
async function aBoundClerk(hall: Hall) {
  const { clerk, steward } = await hall.act(async (act) => {
    const [member, keeper] = [await aStaffMember(act), await aStaffMemberWho(act, ['identity.manageLogins'])]
    const passwordHash = await hashPassword(password)
    await setStaffLogin(act, { staffId: member.id, loginName: 'clerk', passwordHash })
    await setStaffLogin(act, { staffId: keeper.id, loginName: 'steward', passwordHash })
    return { clerk: member, steward: keeper }
  })
  const signIn = (loginName: string, secondFactor?: string): Promise<Answer> =>
    hall.stranger.post('/staff-sessions', { loginName, password, ...(secondFactor === undefined ? {} : { secondFactor }) })
  const me = ofConsole(await signIn('clerk'))
  const keeper = ofConsole(await signIn('steward'))
  const bind = (code?: string, by = me) => hall.stranger.post('/staff-me/second-factor', code === undefined ? {} : { code }, by)
  const secret: string = (await bind()).body.secret
  /** A code of this moment that was not used yet. */
  const codeOf = (of: string) => {
    hall.clock.advance(60_000)
    return codeAt(of, Math.floor(hall.clock.now().getTime() / 30_000))
  }
  const reset = (by = keeper, of = clerk.id, body: object = reason) => hall.stranger.post(`/staff/${of}/second-factor-reset`, body, by)
  const stateOf = (id: string, by = keeper) => hall.stranger.get(`/staff/${id}/login`, by)
  return { clerk, steward, me, keeper, signIn, bind, secret, codeOf, reset, stateOf }
}

test('an authenticator is bound anew only with a code of the old one, which is worth nothing from then on', async (t) => {
  const { hall } = await open(t)
  const { signIn, bind, secret, codeOf, me } = await aBoundClerk(hall)
  expect((await bind()).body.type).toBe('identity.secondFactorNeeded')
  expect((await bind('000000')).body.type).toBe('identity.secondFactorWrong')
  expect((await signIn('clerk', codeOf(secret))).status).toBe(201)
  const code = codeOf(secret)
  const renewed = await bind(code)
  expect(renewed.status).toBe(201)
  expect((await bind(code)).body.type).toBe('identity.secondFactorWrong')
  expect((await signIn('clerk', codeOf(secret))).body.type).toBe('identity.signInFailed')
  expect((await signIn('clerk', codeOf(renewed.body.secret))).status).toBe(201)
  expect((await hall.stranger.get('/me', me)).body.staff.secondFactorSet).toBe(true)
})

test('two who bind at once with one code: one does; of two first bindings the second needs a code', async (t) => {
  const { hall } = await open(t, { connections: 4 })
  const { bind, secret, codeOf, reset, signIn } = await aBoundClerk(hall)
  const code = codeOf(secret)
  expect((await Promise.all([bind(code), bind(code)])).map(({ status }) => status).toSorted()).toEqual([201, 422])
  expect((await reset()).status).toBe(204)
  const fresh = ofConsole(await signIn('clerk'))
  const answers = await Promise.all([bind(undefined, fresh), bind(undefined, fresh)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401])
})

test('wrong codes of an open session are limited as at the door, made at once too', async (t) => {
  const { hall } = await open(t, { connections: 6 })
  const { bind, secret, codeOf, signIn } = await aBoundClerk(hall)
  const wrong = codeOf(secret) === '000000' ? '111111' : '000000'
  const answers = await Promise.all(Array.from({ length: 12 }, () => bind(wrong)))
  const types = answers.map(({ body }) => body.type)
  expect(types.filter((type) => type === 'identity.secondFactorWrong')).toHaveLength(5)
  expect(types.filter((type) => type === 'identity.signInLocked')).toHaveLength(7)
  expect((await bind(codeOf(secret))).body.type).toBe('identity.signInLocked')
  expect((await signIn('clerk', codeOf(secret))).body.type).toBe('identity.signInLocked')
  hall.clock.advance(15 * 60_000)
  expect((await signIn('clerk', codeOf(secret))).status).toBe(201)
})

test('a lost authenticator is taken off by the steward, for a reason: its codes and sessions end, the owner is told, and who did it is kept', async (t) => {
  const { hall } = await open(t)
  const { clerk, steward, signIn, bind, secret, codeOf, reset, stateOf, me } = await aBoundClerk(hall)
  expect((await stateOf(clerk.id)).body).toEqual({
    loginName: 'clerk',
    enabled: true,
    mustChangePassword: false,
    secondFactorSet: true,
  })
  expect((await reset(undefined, clerk.id, {})).status).toBe(400)
  expect((await reset()).status).toBe(204)
  expect((await stateOf(clerk.id)).body.secondFactorSet).toBe(false)
  hall.clock.advance(6000)
  expect((await hall.stranger.get('/me', me)).status).toBe(401)
  // the password alone signs in again, and another authenticator takes the place of the lost one
  const again = ofConsole(await signIn('clerk'))
  expect((await hall.stranger.get('/my/messages', again)).body.items).toMatchObject([
    { template: 'secondFactorReset', text: expect.stringContaining(reason.reason) },
  ])
  const renewed = await bind(undefined, again)
  expect((await signIn('clerk', codeOf(secret))).body.type).toBe('identity.signInFailed')
  expect((await signIn('clerk', codeOf(renewed.body.secret))).status).toBe(201)
  expect((await hall.published()).filter(({ name }) => name === 'login.secondFactorReset')).toEqual([
    { name: 'login.secondFactorReset', body: { staffId: clerk.id, ...reason } },
  ])
  const { rows } = await sql`select actor_id, subject from kernel.audit where act like '%resetSecondFactor' and outcome = 'done'`.execute(
    hall.house.db,
  )
  expect(rows).toEqual([{ actor_id: steward.id, subject: { id: clerk.id } }])
})

test('nobody takes off his own authenticator, nor one that is not bound; strangers, clerks and other bodies take off none', async (t) => {
  const { hall } = await open(t)
  const { clerk, steward, reset, stateOf, me, secret, codeOf, signIn } = await aBoundClerk(hall)
  expect((await reset(undefined, steward.id)).body.type).toBe('identity.ownLogin')
  for (const [by, status] of [
    [{}, 401],
    [me, 403],
  ] as const) {
    expect((await reset(by)).status).toBe(status)
    expect((await stateOf(clerk.id, by)).status).toBe(status)
  }
  const there = await hall.act(async (act) => {
    const { code } = await aBody(act, { code: inventedUscc({ kind: '11', nth: 4 }), name: '邻区局', division: places.neighbourCounty })
    return aStaffMember(act, { bodyCode: code })
  })
  expect((await reset(undefined, there.id)).body.type).toBe('body.outOfReach')
  expect((await stateOf(there.id)).body.type).toBe('body.outOfReach')
  expect((await signIn('clerk', codeOf(secret))).status).toBe(201)
  expect((await reset()).status).toBe(204)
  expect((await reset()).body.type).toBe('identity.noSecondFactor')
  expect((await hall.published()).filter(({ name }) => name === 'login.secondFactorReset')).toHaveLength(1)
})
