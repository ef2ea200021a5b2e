import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type TestContext } from 'vitest'
import { isSignedBy, outsideService, signRequest, standingClock } from './index.ts'

async function partner(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const sending = {
  appId: 'yiwang',
  secret: 'registers-secret',
  method: 'POST',
  path: '/registers/population/verify',
  body: Buffer.from('{"purpose":"实名注册"}'),
}

test('a signed request is known by its partner; changed, stale or foreign it is not', () => {
  const now = new Date('2026-03-02T01:00:00Z')
  const headers = { ...signRequest(sending, now) }
  expect(isSignedBy(sending, headers, now)).toEqual({ nonce: headers['x-nonce'] })
  expect(isSignedBy({ ...sending, body: Buffer.from('{}') }, headers, now)).toBeUndefined()
  expect(isSignedBy({ ...sending, path: '/other' }, headers, now)).toBeUndefined()
  expect(isSignedBy({ ...sending, secret: 'another' }, headers, now)).toBeUndefined()
  expect(isSignedBy(sending, headers, new Date(now.getTime() + 301_000))).toBeUndefined()
  expect(isSignedBy(sending, { ...headers, 'x-signature': 'zz' }, now)).toBeUndefined()
  expect(isSignedBy(sending, {}, now)).toBeUndefined()
})

test('after five failures running a service is left alone for ten seconds, then asked again', async (t) => {
  let asked = 0
  let well = false
  const url = await partner(t, (_request, response) => {
    asked += 1
    response.writeHead(well ? 200 : 500, { 'content-type': 'application/json' }).end('{"matches":true}')
  })
  const clock = standingClock('2026-03-02T09:00:00+08:00')
  const service = outsideService({ name: '人口库', url, clock, sign: { appId: 'yiwang', secret: 's' } })
  const ask = () => service.call('POST', '/x', {})
  for (let round = 0; round < 8; round += 1) await expect(ask()).rejects.toMatchObject({ code: 'outside.noAnswer', status: 503 })
  expect(asked).toBe(5)
  well = true
  clock.advance(10_001)
  expect(await ask()).toEqual({ status: 200, body: { matches: true } })
  expect(asked).toBe(6)
})

test('a service that never answers is given up', async (t) => {
  const url = await partner(t, () => undefined)
  const service = outsideService({ name: '快递', url, clock: standingClock('2026-03-02T09:00:00+08:00'), timeout: 50 })
  await expect(service.call('GET', '/x')).rejects.toMatchObject({ code: 'outside.noAnswer', details: { service: '快递' } })
})
