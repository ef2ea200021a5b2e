import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMerchant, openTestSandbox, withSandbox, type TestSandbox } from './testing.ts'

const sms = { messageId: 'm-1', to: '19900000001', text: '您好' }

test('what was accepted is still there after the process was killed in the middle of a line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const merchant = await openMerchant('payments')
  try {
    const first = await openTestSandbox({ folder })
    const nonce = 'a-nonce-used-only-once'
    const order = {
      merchantOrderNo: 'JK1',
      amount: 1,
      subject: '费',
      divisionCode: '330102',
      collectingBody: '某局',
      notifyUrl: merchant.url,
    }
    const feeItems = [{ code: 'A', name: '费', amount: 1 }]
    const { body } = await first.call('POST', '/payments/orders', { ...order, feeItems }, { nonce })
    await first.browse(`${new URL(String(body['cashierUrl'])).pathname}/payment`, { channel: 'wechat' })
    await first.call('POST', '/sms', sms)
    await first.close()
    expect(merchant.heard).toEqual([])
    appendFileSync(join(folder, 'journal.jsonl'), '{"book":"orders","key":"yiwang/JK1","va')

    const second = await openTestSandbox({ folder })
    expect((await second.call('GET', '/payments/orders/JK1')).body['state']).toBe('paid')
    expect((await second.browse('/inbox.json')).body).toHaveLength(1)
    expect((await second.call('POST', '/payments/orders', { ...order, feeItems }, { nonce })).body['type']).toBe('signature.replayed')
    await second.runDue()
    expect(merchant.heard).toMatchObject([{ genuine: true, content: { merchantOrderNo: 'JK1' } }])
    await second.close()
    for (const line of readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  } finally {
    await merchant.close()
    rmSync(folder, { recursive: true })
  }
})

test('a failing service fails so often and then answers again; others are not touched', () =>
  withSandbox(async ({ call, browse }) => {
    await call('POST', '/modes', { service: 'messages', mode: 'failing', times: 2 })
    const answers = [await call('POST', '/sms', sms), await call('POST', '/sms', sms), await call('POST', '/sms', sms)]
    expect(answers.map((answer) => answer.status)).toEqual([500, 500, 200])
    expect((await browse('/modes')).body).toEqual([])
  }))

test('a slow service answers when its seconds have passed, and does the work once', () =>
  withSandbox(async (sandbox) => {
    await sandbox.call('POST', '/modes', { service: 'messages', mode: 'slow', times: 1 })
    const waiting = sandbox.call('POST', '/sms', sms)
    await modesHaveStruck(sandbox)
    sandbox.clock.advance(29)
    await sandbox.runDue()
    expect((await sandbox.browse('/inbox.json')).text).toBe('[]')
    sandbox.clock.advance(1)
    await sandbox.runDue()
    expect((await waiting).status).toBe(200)
    expect((await sandbox.browse('/inbox.json')).body).toHaveLength(1)
  }))

/** A mode that strikes once is gone from the list as soon as it holds a request. */
async function modesHaveStruck(sandbox: TestSandbox): Promise<void> {
  while ((await sandbox.browse('/modes')).text !== '[]') await Promise.resolve()
}

test('a half-open service takes the connection and never answers, until the caller gives up', () =>
  withSandbox(async ({ address, call }) => {
    await call('POST', '/modes', { service: 'registers', mode: 'halfOpen', times: 1 })
    const answer = fetch(`${address}/registers/population/verify`, { method: 'POST', signal: AbortSignal.timeout(50) })
    await expect(answer).rejects.toThrow(/timeout/)
    expect((await fetch(`${address}/registers/population/verify`, { method: 'POST' })).status).toBe(401)
  }))

test('modes can be switched off, one and all, and unknown ones are refused', () =>
  withSandbox(async ({ call, address }) => {
    await call('POST', '/modes', { service: 'payments', mode: 'failing' })
    await call('POST', '/modes', { service: 'courier', mode: 'failing' })
    expect((await call('POST', '/modes', { service: 'courier', mode: 'failing', on: false })).body).toHaveLength(1)
    expect((await call('GET', '/payments/orders/JK1')).status).toBe(500)
    await fetch(`${address}/modes`, { method: 'DELETE' })
    expect((await call('GET', '/payments/orders/JK1')).status).toBe(404)
    expect((await call('POST', '/modes', { service: 'payments', mode: 'onFire' })).status).toBe(400)
  }))

test('the sandbox opens quickly enough for a test to have its own', async () => {
  const before = performance.now()
  const sandbox = await openTestSandbox()
  const took = performance.now() - before
  await sandbox.close()
  expect(took).toBeLessThan(300)
})

test('every door on the first page opens', () =>
  withSandbox(async ({ browse }) => {
    const doors = Array.from((await browse('/')).text.matchAll(/<a href="(\/[^"]+)"/g), (found) => found[1] ?? '')
    expect(doors.length).toBeGreaterThan(5)
    for (const door of doors) expect((await browse(door)).status).toBe(200)
  }))

test('pages run no script, and carry no word of the outside unescaped', () =>
  withSandbox(async ({ browse, address }) => {
    for (const target of ['/', '/demo/persons', '/inbox', '/payments', '/courier', '/nothing/<script>']) {
      const page = await browse(target)
      expect(page.text).toMatch(/^<!doctype html>/)
      expect(page.text).not.toMatch(/<script|\son\w+=|style=/)
    }
    const { headers } = await fetch(`${address}/`)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await browse('/assets/tokens.css')).text).toContain('--blue')
    expect((await browse('/assets/../package.json')).status).toBe(404)
  }))

test('too much, too deep and the wrong kind of content are refused without harm', () =>
  withSandbox(async ({ call, address }) => {
    const refusals: [string, number][] = [
      [`{"purpose":"${'x'.repeat(300_000)}"}`, 413],
      ['{"a":'.repeat(2000), 400],
      ['{', 400],
    ]
    for (const [raw, status] of refusals) {
      expect((await call('POST', '/registers/population/verify', undefined, { raw })).status).toBe(status)
    }
    const xml = { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' }
    expect((await fetch(`${address}/registers/population/verify`, xml)).status).toBe(415)
    expect((await call('POST', '/sms', sms)).status).toBe(200)
  }))
