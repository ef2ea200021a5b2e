import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withSandbox, type TestSandbox } from '../testing.ts'
import { demoPassword } from './demo-accounts.ts'
import { registers } from './registers.ts'

const [zhang, , , wang] = registers().persons as [Person, Person, Person, Person]
type Person = ReturnType<typeof registers>['persons'][number]
const dead = registers().persons.find((one) => one.state === 'dead') as Person
const company = registers().organisations[0]!.basic
const why = { purpose: '实名注册', asker: '浙江省政务服务平台' }

test('who already has an account in the demo is marked, with the password; the dead and minors cannot register', () =>
  withSandbox(async ({ browse }) => {
    const { persons, organisations } = JSON.parse((await browse('/demo/persons.json')).text) as Listed
    expect(persons.filter(({ account }) => account)).toHaveLength(4)
    expect(persons.every(({ account, state, remark }) => !account || (state === 'alive' && remark !== '未成年人'))).toBe(true)
    expect(persons.some(({ account, state, bornOn }) => !account && state === 'alive' && bornOn < '2000')).toBe(true)
    expect(organisations.map(({ account }) => account)).toContain(false)
    const rows = (await browse('/demo/persons')).text.split('<tr>')
    const rowOf = (number: string) => rows.find((row) => row.includes(number))
    for (const { idNumber, account } of persons.filter(({ state, remark }) => state === 'alive' && remark !== '未成年人'))
      expect(rowOf(idNumber)).toContain(account ? '已有账号' : '可以注册')
    expect(rowOf(dead.idNumber)).toContain('不能注册')
    expect(rows[0]).toContain(demoPassword)
  }))
type Listed = { persons: (Person & { remark: string; account: boolean })[]; organisations: { account: boolean }[] }

test('a person is confirmed by name, number and phone', () =>
  withSandbox(async ({ call }) => {
    const { name, idNumber, phone } = zhang
    const check = (body: object) => call('POST', '/registers/population/verify', { ...why, ...body })
    expect((await check({ name, idNumber })).body).toEqual({ matches: true })
    expect((await check({ name, idNumber, phone })).body).toEqual({ matches: true })
    expect((await check({ name, idNumber, phone: '19900099999' })).body).toEqual({ matches: false })
    expect((await check({ name: '张测', idNumber })).body).toEqual({ matches: false })
  }))

test('the dead and the unknown get the answer that a wrong name gets', () =>
  withSandbox(async ({ call }) => {
    const check = (name: string, idNumber: string) => call('POST', '/registers/population/verify', { ...why, name, idNumber })
    const answers = [
      await check(dead.name, dead.idNumber),
      await check('张测试', '11010519491231002X'),
      await check('李样例', zhang.idNumber),
    ]
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([200, '{"matches":false}'])
  }))

test('a query gives the eight fields of the guide and the household, and no card numbers', () =>
  withSandbox(async ({ call }) => {
    const answer = await call('POST', '/registers/population/query', { ...why, idNumber: dead.idNumber })
    expect(answer.body).toMatchObject({ name: dead.name, state: 'dead', photo: null, household: { relation: 'head' } })
    expect(answer.text).not.toContain(dead.bankCardNumber)
    const missing = await call('POST', '/registers/population/query', { ...why, idNumber: '11010519491231002X' })
    expect([missing.status, missing.body['type']]).toEqual([404, 'record.notFound'])
  }))

test('an organisation is confirmed only with its own legal representative', () =>
  withSandbox(async ({ call }) => {
    const given = {
      ...why,
      name: company.name,
      uscc: company.uscc,
      legalRepresentativeName: wang.name,
      legalRepresentativeIdNumber: wang.idNumber,
    }
    const check = (body: object) => call('POST', '/registers/organisations/verify', { ...given, ...body })
    expect((await check({})).body).toEqual({ matches: true })
    expect((await check({ legalRepresentativeName: zhang.name, legalRepresentativeIdNumber: zhang.idNumber })).body).toEqual({
      matches: false,
    })
    const record = await call('POST', '/registers/organisations/query', { ...why, uscc: company.uscc })
    expect(Object.keys(record.body)).toEqual(['basic', 'enterprise', 'legalRepresentative', 'changes', 'cancellation'])
  }))

test('cancelled organisations are not confirmed', () =>
  withSandbox(async ({ call }) => {
    const gone = registers().organisations.find((one) => one.basic.state === 'cancelled')!
    const { name, uscc, legalRepresentativeName, legalRepresentativeIdNumber } = gone.basic
    const body = { ...why, name, uscc, legalRepresentativeName, legalRepresentativeIdNumber }
    expect((await call('POST', '/registers/organisations/verify', body)).body).toEqual({ matches: false })
  }))

test('social-security card and bank card are a third and fourth factor', () =>
  withSandbox(async ({ call }) => {
    const { name, idNumber, phone } = zhang
    const social = (cardNumber: string) => call('POST', '/checks/social-security-card', { ...why, name, idNumber, cardNumber })
    expect((await social(zhang.socialCardNumber)).body).toEqual({ matches: true })
    expect((await social(wang.socialCardNumber)).body).toEqual({ matches: false })
    const bank = (cardNumber: string, number: string) =>
      call('POST', '/checks/bank-card', { ...why, name, idNumber, cardNumber, phone: number })
    expect((await bank(zhang.bankCardNumber, phone)).body).toEqual({ matches: true })
    expect((await bank(zhang.bankCardNumber, wang.phone)).body).toEqual({ matches: false })
    expect((await bank(wang.bankCardNumber, phone)).body).toEqual({ matches: false })
  }))

test('the register keeps its own ledger of who asked what for, with masked numbers', () =>
  withSandbox(async ({ call, browse }) => {
    await call('POST', '/registers/population/verify', { ...why, name: zhang.name, idNumber: zhang.idNumber })
    await call('POST', '/registers/organisations/query', { ...why, uscc: '91330102MA900999XX' })
    const log = await browse('/registers/log')
    expect(log.body).toMatchObject({
      last: 2,
      entries: [
        { sequence: 1, caller: 'yiwang', register: 'population', act: 'verify', outcome: 'matches', ...why },
        { sequence: 2, register: 'organisations', act: 'query', outcome: 'notFound' },
      ],
    })
    expect(log.text).not.toContain(zhang.idNumber)
    expect((await browse('/registers/log?after=1')).body).toMatchObject({ entries: [{ sequence: 2 }] })
  }))

test('a question without purpose or asker, or with anything else in it, is refused and not logged', () =>
  withSandbox(async ({ call, browse }) => {
    const good = { ...why, name: zhang.name, idNumber: zhang.idNumber }
    const bad = [
      { ...good, purpose: undefined },
      { ...good, asker: '' },
      { ...good, all: true },
      { ...good, idNumber: '33 OR 1=1' },
      { ...good, name: { $ne: 1 } },
      null,
      [],
    ]
    for (const body of bad) {
      const answer = await call('POST', '/registers/population/verify', body)
      expect([answer.status, answer.body['type']]).toEqual([400, 'request.invalid'])
    }
    expect((await browse('/registers/log')).body).toEqual({ entries: [], last: 0 })
  }))

test('only signed, fresh, unrepeated requests of known callers are heard', () =>
  withSandbox(async ({ call, browse, clock, address }) => {
    const body = { ...why, idNumber: zhang.idNumber }
    const ask = (how: Parameters<TestSandbox['call']>[3]) => call('POST', '/registers/population/query', body, how)
    const nonce = randomUUID()
    expect((await ask({ nonce })).status).toBe(200)
    const refused: [Parameters<TestSandbox['call']>[3], string][] = [
      [{ nonce }, 'signature.replayed'],
      [{ secret: 'another-secret' }, 'signature.wrong'],
      [{ appId: 'stranger' }, 'caller.unknown'],
      [{ timestamp: '2026-03-02T00:54:59.000Z' }, 'signature.stale'],
      [{ timestamp: '2026-03-02T01:05:01.000Z' }, 'signature.stale'],
      [{ timestamp: 'yesterday' }, 'signature.stale'],
      [{ nonce: 'short' }, 'signature.missing'],
      [{ headers: { 'x-signature': '' } }, 'signature.missing'],
    ]
    for (const [how, type] of refused) {
      const answer = await ask(how)
      expect([answer.status, answer.body['type']]).toEqual([401, type])
    }
    clock.advance(301)
    expect((await ask({ nonce, timestamp: '2026-03-02T01:00:00.000Z' })).body['type']).toBe('signature.stale')
    const unsigned = await fetch(`${address}/registers/population/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(unsigned.status).toBe(401)
    expect((await browse('/registers/log')).body['last']).toBe(1)
  }))

test('a signature belongs to one path and one body', () =>
  withSandbox(async ({ address, call, clock }) => {
    const { signedHeaders } = await import('../signature.ts')
    const body = JSON.stringify({ ...why, idNumber: zhang.idNumber })
    const parts = {
      appId: 'yiwang',
      method: 'POST',
      target: '/registers/population/query',
      timestamp: clock.now().toISOString(),
      nonce: randomUUID(),
      body,
    }
    const headers = { ...signedHeaders('registers-secret', parts), 'content-type': 'application/json' }
    const send = (target: string, sent: string) => fetch(address + target, { method: 'POST', headers, body: sent })
    expect((await send('/registers/population/verify', body)).status).toBe(401)
    expect((await send('/registers/population/query', body.replace('实名', '好奇'))).status).toBe(401)
    expect((await send('/registers/population/query', body)).status).toBe(200)
    expect((await call('POST', '/registers/population/query', undefined, { raw: '{"__proto__":{}}' })).status).toBe(400)
  }))

test('a nonce is refused as long as its time stamp could still be right, even one from a clock that runs ahead', () =>
  withSandbox(async ({ call, clock }) => {
    const body = { ...why, idNumber: zhang.idNumber }
    const how = { nonce: randomUUID(), timestamp: '2026-03-02T01:05:00.000Z' }
    expect((await call('POST', '/registers/population/query', body, how)).status).toBe(200)
    clock.advance(600)
    expect((await call('POST', '/registers/population/query', body)).status).toBe(200)
    expect((await call('POST', '/registers/population/query', body, how)).body['type']).toBe('signature.replayed')
    clock.advance(1)
    expect((await call('POST', '/registers/population/query', body, how)).body['type']).toBe('signature.stale')
  }))
