import { expect, test } from 'vitest'
import { withSandbox } from '../testing.ts'

const sms = { messageId: 'm-1', to: '19900000001', text: '验证码 482913，五分钟内有效。', sender: '浙江政务' }

test('what was sent by SMS can be read in the inbox of that number alone', () =>
  withSandbox(async ({ call, browse }) => {
    expect(await call('POST', '/sms', sms)).toMatchObject({ status: 200, body: { messageId: 'm-1', state: 'delivered' } })
    await call('POST', '/sms', { ...sms, messageId: 'm-2', to: '19900000002' })
    const mine = await browse('/inbox.json?to=19900000001')
    expect(mine.body).toMatchObject([{ kind: 'sms', to: '19900000001', text: sms.text }])
    const page = await browse('/inbox?to=19900000001')
    expect(page.text).toContain('<span class="code figures">482913</span>')
    expect(page.text).toContain('【浙江政务】')
    expect(page.text).not.toContain('19900000002')
  }))

test('the same message number sent again is one message; with other words it is refused', () =>
  withSandbox(async ({ call, browse }) => {
    const first = await call('POST', '/sms', sms)
    expect((await call('POST', '/sms', sms)).body).toEqual(first.body)
    expect((await call('POST', '/sms', { ...sms, text: '别的内容' })).body).toMatchObject({ type: 'message.conflict', status: 409 })
    expect((await browse('/inbox.json')).body).toHaveLength(1)
    expect((await call('GET', '/messages/m-1')).body).toEqual(first.body)
    expect((await call('GET', '/messages/m-9')).status).toBe(404)
  }))

test('e-mails have a subject, and no second header can be smuggled into it', () =>
  withSandbox(async ({ call, browse }) => {
    const email = { messageId: 'e-1', to: 'zhang@example.com', subject: '受理通知', text: '您的申请已受理。' }
    expect((await call('POST', '/email', email)).status).toBe(200)
    expect((await call('POST', '/email', { ...email, messageId: 'e-2', subject: '受理\r\nBcc: x@example.com' })).status).toBe(400)
    expect((await browse('/inbox.json?kind=email')).body).toMatchObject([{ subject: '受理通知' }])
    expect((await browse('/inbox.json?kind=sms')).body).toEqual([])
  }))

test('without the key of a customer nothing is sent', () =>
  withSandbox(async ({ call, browse }) => {
    for (const authorization of ['', 'Bearer wrong', 'Bearer messages-api-keY']) {
      expect((await call('POST', '/sms', sms, { headers: { authorization } })).body['type']).toBe('key.wrong')
    }
    expect((await browse('/inbox.json')).body).toEqual([])
  }))

test('script in a message stays text on the page', () =>
  withSandbox(async ({ call, browse }) => {
    await call('POST', '/sms', { ...sms, text: '<script>alert(1)</script>', sender: '"><img src=x>' })
    const page = await browse(`/inbox?to=${encodeURIComponent('"><script>')}`)
    const all = await browse('/inbox')
    for (const { text } of [page, all]) expect(text).not.toMatch(/<script|<img/)
    expect(all.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  }))

test('a message that does not arrive is accepted, reported and not in the inbox', () =>
  withSandbox(async ({ call, browse }) => {
    await call('POST', '/modes', { service: 'messages', mode: 'undelivered', times: 1 })
    expect((await call('POST', '/sms', sms)).body['state']).toBe('undelivered')
    expect((await browse('/inbox.json')).body).toEqual([])
    expect((await call('POST', '/sms', { ...sms, messageId: 'm-2' })).body['state']).toBe('delivered')
  }))
