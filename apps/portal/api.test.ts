import { expect, test } from 'vitest'
import { type Answer, type CallOptions, apiOver, passCookies } from './api.ts'

const answer = (more: Partial<Answer> = {}): Answer => ({ status: 200, body: {}, headers: {}, ...more })

test('every question says in which language its reader reads', async () => {
  let seen: CallOptions = {}
  const api = apiOver((_method, _path, options = {}) => {
    seen = options
    return Promise.resolve(answer())
  }, 'en')
  await api.get('/items', { query: { q: 'a' }, headers: { 'idempotency-key': 'k' } })
  expect(seen).toEqual({ query: { q: 'a' }, headers: { 'accept-language': 'en', 'idempotency-key': 'k' } })
})

test('a file travels as the multipart bytes a browser would send', async () => {
  let seen: CallOptions = {}
  const api = apiOver((_method, _path, options = {}) => {
    seen = options
    return Promise.resolve(answer())
  }, 'zh-CN')
  const body = new FormData()
  body.set('file', new File(['正文'], '材料.txt', { type: 'text/plain' }))
  await api.post('/files', { body })
  expect(seen.headers?.['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  const again = await new Response(seen.body as BodyInit, { headers: seen.headers ?? {} }).formData()
  const file = again.get('file') as File
  expect(file.name).toBe('材料.txt')
  expect(await file.text()).toBe('正文')
})

test('the session cookie of the API reaches the browser, one or several', () => {
  const one = new Headers()
  passCookies(answer({ headers: { 'set-cookie': 'a=1' } }), one)
  const more = new Headers()
  passCookies(answer({ headers: { 'set-cookie': ['a=1', 'b=2'] } }), more)
  const none = new Headers()
  passCookies(answer(), none)
  expect([one, more, none].map((headers) => headers.getSetCookie())).toEqual([['a=1'], ['a=1', 'b=2'], []])
})
