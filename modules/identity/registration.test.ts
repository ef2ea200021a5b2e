import { registersKnowing } from '@yiwang/registers/testing'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import type { Answer, Hall } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { accounts, codeFor, company, cookieOf, idNumber, open, password, person, register, uscc } from './identity-hall.testing.ts'
import type { Postbox } from '@yiwang/messages/testing'

async function registerCompany(hall: Hall, postbox: Postbox, over: Record<string, string> = {}): Promise<Answer> {
  hall.clock.advance(61_000)
  const phone = '13800000002'
  const code = await codeFor(hall, postbox, phone)
  const representative = { legalRepresentativeName: '张测试', legalRepresentativeIdNumber: idNumber }
  const claim = { name: company.name, uscc, ...representative, phone, code, password, agreement: 'organisation-2016-1' }
  return hall.stranger.post('/accounts/organisations', { ...claim, ...over })
}

const questions = async (hall: Hall) =>
  (
    await sql<{
      kind: string
      outcome: string
      purpose: string
    }>`select kind, outcome, purpose from registers.question order by asked_at, id`.execute(hall.house.db)
  ).rows

test('R4-001 R5A-033 who filled in data the register does not confirm has no account and stays a stranger; confirmed, he is a registered user', async (t) => {
  const { hall, postbox } = await open(t)
  const failed = await register(hall, postbox, { name: '李不符' })
  expect(failed).toMatchObject({ status: 422, body: { type: 'identity.realNameFailed' } })
  expect(failed.headers['set-cookie']).toBeUndefined()
  expect(await accounts(hall)).toBe(0)
  expect((await hall.stranger.post('/sessions', { login: idNumber, password })).body.type).toBe('identity.signInFailed')
  expect((await hall.stranger.get('/me/profile')).status).toBe(401)
  hall.clock.advance(61_000)
  const me = cookieOf(await register(hall, postbox))
  expect((await hall.stranger.get('/me', me)).body).toMatchObject({ kind: 'person', level: 1 })
  expect((await hall.stranger.get('/me/profile', me)).status).toBe(200)
  expect((await hall.stranger.post('/accounts/groups', {})).status).toBe(404)
})

test('R7-002 a person and an organisation register into one house of users; a number that cannot be is refused', async (t) => {
  const { hall, postbox } = await open(t)
  expect((await register(hall, postbox, { idNumber: '330102198805059786' })).body.type).toBe('identity.idNumberWrong')
  expect((await registerCompany(hall, postbox, { uscc: `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}` })).body.type).toBe(
    'identity.usccWrong',
  )
  expect(await accounts(hall)).toBe(0)
  hall.clock.advance(61_000)
  expect((await register(hall, postbox)).status).toBe(201)
  expect((await registerCompany(hall, postbox)).status).toBe(201)
  for (const [login, kind] of [
    [idNumber, 'person'],
    [uscc, 'organisation'],
  ] as const)
    expect((await hall.stranger.post('/sessions', { login, password })).body).toMatchObject({ kind })
})

test('R5A-035 a company registers by its credit code when all of it fits, and once', async (t) => {
  const { hall, postbox } = await open(t)
  const wrong = [
    [{ uscc: `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}` }, 'identity.usccWrong'],
    [{ name: '别家公司' }, 'identity.organisationFailed'],
    [{ legalRepresentativeName: '李不符' }, 'identity.organisationFailed'],
  ] as const
  for (const [over, type] of wrong) expect((await registerCompany(hall, postbox, over)).body.type).toBe(type)
  expect(await accounts(hall)).toBe(0)
  expect((await registerCompany(hall, postbox)).status).toBe(201)
  expect((await registerCompany(hall, postbox)).body.type).toBe('identity.alreadyRegistered')
  expect(await accounts(hall)).toBe(1)
})

test('RA4-05 who cannot be found as an organisation, or is struck off, signs nothing', async (t) => {
  const gone = { ...company, uscc: inventedUscc({ nth: 8 }), active: false }
  const { hall, postbox } = await open(t, { known: registersKnowing([person], [company, gone]) })
  for (const one of [gone.uscc, inventedUscc({ nth: 9 })])
    expect((await registerCompany(hall, postbox, { uscc: one })).body.type).toBe('identity.organisationFailed')
  expect(await accounts(hall)).toBe(0)
  expect((await hall.published()).filter(({ name }) => name === 'account.registered')).toEqual([])
})

test('R5A-246 a sound number the register does not know, or knows by another name, is refused, and each question is kept', async (t) => {
  const { hall, postbox } = await open(t)
  const nobody = inventedPersonId({ division: '330102', birth: '1985-05-05', order: 21 })
  expect((await register(hall, postbox, { idNumber: nobody })).body.type).toBe('identity.realNameFailed')
  hall.clock.advance(61_000)
  expect((await register(hall, postbox, { name: '李不符' })).body.type).toBe('identity.realNameFailed')
  expect(await questions(hall)).toEqual([
    { kind: 'verify', outcome: 'differs', purpose: '自然人实名注册' },
    { kind: 'verify', outcome: 'differs', purpose: '自然人实名注册' },
  ])
  expect(await accounts(hall)).toBe(0)
})

test('R5A-041 R5A-053 RA4-01 RA4-02 no account opens without the agreement of its kind; which was signed, when and by whom is kept', async (t) => {
  const { hall, postbox } = await open(t)
  for (const agreement of ['', 'organisation-2016-1', 'person-2010-1'])
    expect([400, 422]).toContain((await register(hall, postbox, { agreement, phone: `1380000001${agreement.length % 10}` })).status)
  for (const agreement of ['person-2016-1', 'none'])
    expect((await registerCompany(hall, postbox, { agreement })).body).toMatchObject({
      type: 'identity.agreementWrong',
      inForce: 'organisation-2016-1',
    })
  expect(await accounts(hall)).toBe(0)
  const me = cookieOf(await register(hall, postbox))
  const signedAt = hall.clock.now()
  const signed = (await hall.stranger.get('/me/profile', me)).body
  expect(signed).toMatchObject({ name: '张测试', agreement: { version: 'person-2016-1' } })
  expect(new Date(signed.agreement.signedAt)).toEqual(signedAt)
  const company = cookieOf(await registerCompany(hall, postbox))
  expect((await hall.stranger.get('/me/profile', company)).body).toMatchObject({
    legalRepresentativeName: '张测试',
    agreement: { version: 'organisation-2016-1' },
  })
})

test('R5A-034 the legal representative activates the account of the organisation the register says is his, and of no other', async (t) => {
  const foreign = {
    ...company,
    uscc: inventedUscc({ nth: 8 }),
    legalRepresentativeName: '李样例',
    legalRepresentativeIdNumber: '330102198808080318',
  }
  const { hall, postbox } = await open(t, { known: registersKnowing([person], [company, foreign]) })
  const me = cookieOf(await register(hall, postbox))
  const activate = async (over: Record<string, string> = {}, by = me) => {
    hall.clock.advance(15 * 60_000)
    const phone = '13800000002'
    const code = await codeFor(hall, postbox, phone)
    return hall.stranger.post('/me/organisations', { uscc, phone, code, password, agreement: 'organisation-2016-1', ...over }, by)
  }
  expect((await activate({ uscc: foreign.uscc })).body.type).toBe('identity.notItsRepresentative')
  expect((await activate({ uscc: inventedUscc({ nth: 9 }) })).body.type).toBe('identity.organisationFailed')
  expect((await activate({ agreement: 'person-2016-1' })).body.type).toBe('identity.agreementWrong')
  expect((await hall.stranger.post('/me/organisations', {})).status).toBe(401)
  expect(await accounts(hall)).toBe(1)
  const done = await activate()
  expect(done).toMatchObject({ status: 201, body: { kind: 'organisation', name: company.name, number: uscc, level: 2 } })
  const organisation = cookieOf(await hall.stranger.post('/sessions', { login: uscc, password }))
  expect((await hall.stranger.get('/me/profile', organisation)).body).toMatchObject({ legalRepresentativeName: '张测试' })
  expect((await activate({}, organisation)).body.type).toBe('identity.notItsRepresentative')
  expect((await activate()).body.type).toBe('identity.alreadyRegistered')
})
