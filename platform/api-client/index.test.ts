import { expect, test } from 'vitest'
import { openApi, ProblemError } from './index.ts'

function anApi(answer: () => Response) {
  const asked: Request[] = []
  const api = openApi({
    app: 'console',
    baseUrl: 'http://hall.test/api/v1',
    language: () => 'en',
    fetch: (async (request: Request) => {
      asked.push(request)
      return answer()
    }) as typeof fetch,
  })
  return { api, asked }
}
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

test('every call says which app speaks and in which language, and only mutations carry a key', async () => {
  const { api, asked } = anApi(() => json({}))
  await api.get('/cases', { query: { state: 'submitted', urgency: undefined } })
  await api.post('/cases/{caseNumber}/acceptance', {
    path: { caseNumber: '33/01' },
    body: { originalsSeen: [], deferred: [] },
    idempotencyKey: 'one',
  })
  const [look, act] = asked
  expect(look?.url).toBe('http://hall.test/api/v1/cases?state=submitted')
  expect(look?.headers.get('x-yiwang-app')).toBe('console')
  expect(look?.headers.get('idempotency-key')).toBeNull()
  expect(act?.url).toBe('http://hall.test/api/v1/cases/33%2F01/acceptance')
  expect(act?.headers.get('accept-language')).toBe('en')
  expect(act?.headers.get('idempotency-key')).toBe('one')
  expect(await act?.json()).toEqual({ originalsSeen: [], deferred: [] })
})

test('two mutations without a key of their own get different ones', async () => {
  const { api, asked } = anApi(() => json({}))
  const body = { login: '19900000001', password: 'secret' }
  await api.post('/sessions', { body })
  await api.post('/sessions', { body })
  const [first, second] = asked.map((request) => request.headers.get('idempotency-key'))
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(second).not.toBe(first)
})

test('a refusal is thrown with its code, words, fields and details', async () => {
  const refusal = {
    type: 'case.formInvalid',
    title: '表单还有需要改正的地方',
    status: 422,
    errors: [{ path: '/name', message: '请填写' }],
    state: 'submitted',
  }
  const { api } = anApi(() => json(refusal, 422))
  const error = await api.post('/drafts', { body: { implementationCode: '1' } }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem).toMatchObject({
    type: 'case.formInvalid',
    status: 422,
    state: 'submitted',
    errors: [{ pointer: '/name', message: '请填写' }],
  })
})

test('an answer that is none of ours, or none at all, is a problem of the network and not an answer', async () => {
  const proxy = anApi(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(proxy.api.get('/me')).rejects.toMatchObject({ problem: { type: 'network.unreadable', status: 502 } })
  const silent = anApi(() => {
    throw new TypeError('fetch failed')
  })
  await expect(silent.api.get('/me')).rejects.toMatchObject({ problem: { type: 'network.noAnswer', status: 0 } })
})

test('a file is sent as a form the browser writes itself, and an empty answer is no error', async () => {
  const { api, asked } = anApi(() => new Response(null, { status: 204 }))
  await expect(api.upload('/files', new Blob(['x']), '营业执照.pdf')).resolves.toBeUndefined()
  expect(asked[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/)
  expect((await asked[0]?.formData())?.get('file')).toMatchObject({ name: '营业执照.pdf' })
})

test('a path that is not in openapi.json, or a body it does not ask for, is no program', async () => {
  const { api } = anApi(() => json({}))
  // @ts-expect-error -- no such path
  await api.get('/cases/{caseNumber}/anything', { path: { caseNumber: '1' } })
  // @ts-expect-error -- the path needs its number
  await api.get('/cases/{caseNumber}')
  // @ts-expect-error -- acceptance says what was seen and what may follow
  await api.post('/cases/{caseNumber}/acceptance', { path: { caseNumber: '1' }, body: {} })
  const { state } = await api.get('/cases/{caseNumber}', { path: { caseNumber: '1' } })
  // @ts-expect-error -- nor is a state the lifecycle does not know
  expect(state === 'lost').toBe(false)
})
