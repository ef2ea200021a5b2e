import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { ask, beginSweep, type Sent } from './asking.ts'
import { operationsOf, type Operation } from './operations.ts'
import { sampleOf, withAt, type Place } from './samples.ts'
import { addressOf, openWholeHall } from './whole-hall.ts'

const json = { 'content-type': 'application/json' }
const raw = (payload: string, headers: Record<string, string> = json): Sent => ({ payload, headers })

/** Bodies that are none, whatever the operation. */
const broken: Record<string, Sent> = {
  'half a body': raw('{"a": 1'),
  'no JSON': raw('a=1&b=2'),
  'an empty body': raw(''),
  'a list for an object': raw('[]'),
  'a bare word': raw('"text"'),
  'nothing but null': raw('null'),
  'nesting without end': raw('['.repeat(100_000) + ']'.repeat(100_000)),
  'a number beyond all numbers': raw('{"a": 1e999}'),
  'a poisoned prototype': raw('{"__proto__": {"admin": true}}'),
  'a poisoned constructor': raw('{"constructor": {"prototype": {"admin": true}}}'),
  'a body beyond the limit': raw(`{"a": "${'x'.repeat(1_100_000)}"}`),
  'bytes that are no UTF-8': { payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), headers: json },
  'a form': raw('a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
  XML: raw('<a/>', { 'content-type': 'application/xml' }),
  'a kind that is none': raw('{}', { 'content-type': 'no/such; kind' }),
}

/** At every place of a sound body, something of another kind. */
const wrongKinds: Record<string, unknown> = {
  'a number': 2 ** 53 + 1,
  'a truth': true,
  nothing: null,
  'a list': [[]],
  'an object': { $ne: null },
  'a long list': Array.from({ length: 20_000 }, () => 'x'),
  'a negative': -1,
}

function places(sample: unknown, at: Place = []): Place[] {
  if (typeof sample !== 'object' || sample === null) return [at]
  const parts = Array.isArray(sample) ? sample.map((part: unknown, index) => [index, part] as const) : Object.entries(sample)
  return [...(at.length > 0 ? [at] : []), ...parts.flatMap(([key, part]) => places(part, [...at, key]))]
}

const withBody = (operations: Operation[]) => operations.filter(({ body }) => body !== undefined)

test('a body that is none, or of another kind, is refused in words, by every operation', { timeout: 120_000 }, async (t) => {
  const hall = await openWholeHall(t)
  const sweep = beginSweep(hall)
  for (const operation of withBody(await operationsOf(hall.office.hall.app))) {
    const address = addressOf(operation, await hall.thingsFor(operation))
    for (const [what, sent] of Object.entries(broken)) {
      const { status } = await ask(sweep, operation, address, sent, what)
      if (![400, 401, 404, 413, 415].includes(status)) sweep.findings.push(`${operation.id} answers ${status} to ${what}`)
    }
  }
  expect(sweep.findings).toEqual([])
})

test('values of another kind, lists without end, missing and unknown fields are refused by field', { timeout: 240_000 }, async (t) => {
  const hall = await openWholeHall(t)
  const sweep = beginSweep(hall)
  const refused = async (operation: Operation, address: string, body: unknown, what: string) => {
    const { status } = await ask(sweep, operation, address, { body }, what)
    if (status < 400) sweep.findings.push(`${operation.id} takes ${what}`)
  }
  for (const operation of withBody(await operationsOf(hall.office.hall.app))) {
    const things = await hall.thingsFor(operation)
    const address = addressOf(operation, things)
    const sample = sampleOf(operation.body ?? {}, things) as Record<string, unknown>
    for (const place of places(sample))
      for (const [kind, value] of Object.entries(wrongKinds))
        await ask(sweep, operation, address, { body: withAt(sample, place, value) }, `${kind} in ${place.join('.')}`)
    for (const name of operation.body?.required ?? []) {
      const { [name]: _, ...rest } = sample
      await refused(operation, address, rest, `no ${name}`)
    }
    if (operation.body?.type === 'object' && operation.body.properties)
      await refused(operation, address, { ...sample, isAdmin: true }, 'an unknown field')
  }
  expect(sweep.findings).toEqual([])
})

test('numbers and cursors in the address that are none are refused by every list', { timeout: 120_000 }, async (t) => {
  const hall = await openWholeHall(t)
  const sweep = beginSweep(hall)
  for (const operation of await operationsOf(hall.office.hall.app)) {
    const things = await hall.thingsFor(operation)
    for (const { name } of operation.parameters.filter((one) => one.in === 'query'))
      for (const value of [
        '-1',
        '0',
        '1e9',
        '99999999999999999999',
        'NaN',
        '2026-02-30',
        '[]',
        'x'.repeat(5000),
        '2026-13-01T00:00:00Z',
        '%00',
        'eyJhIjoxfQ',
      ])
        await ask(sweep, operation, addressOf(operation, things, { [name]: value }), {}, `${name}=${value.slice(0, 30)}`)
    for (const { name } of operation.parameters.filter((one) => one.in === 'path'))
      for (const value of ['-1', '0', '999999999999999999999', 'x'.repeat(150), 'x'.repeat(3000), '.', 'null', '%', '{}'])
        await ask(sweep, operation, addressOf(operation, { ...things, [name]: value }), {}, `${name}=${value.slice(0, 30)}`)
  }
  expect(sweep.findings).toEqual([])
})

test('text in another encoding is refused, not kept as signs nobody wrote', { timeout: 60_000 }, async (t) => {
  const { office, person } = await openWholeHall(t)
  const inGbk = Buffer.concat([Buffer.from('{"address":"'), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from('"}')])
  const answer = await office.hall.as(person).patch('/me/profile', undefined, { payload: inGbk, headers: json })
  expect(answer).toMatchObject({ status: 400, body: { type: 'request.invalid' } })
})

/** Bytes straight to the port; what comes back until the server hangs up. */
function bare(port: number, bytes: string): Promise<string> {
  return new Promise((said, failed) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => (text += chunk.toString('utf8')))
    socket.on('close', () => said(text))
    socket.on('error', failed)
    socket.setTimeout(10_000, () => socket.destroy())
  })
}

test('what is no HTTP, headers without end and addresses that cannot be read are answered in words', { timeout: 60_000 }, async (t) => {
  const { office } = await openWholeHall(t)
  await office.hall.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = office.hall.app.server.address() as AddressInfo
  const headers = await bare(port, `GET /api/v1/items HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`)
  expect(headers).toMatch(
    /^HTTP\/1\.1 431 [\s\S]*content-type: application\/problem\+json[\s\S]*"request\.headersTooLarge","title":"请求的头部太大。"/,
  )
  expect(await bare(port, 'hello, is this the town hall?\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*"type":"request\.invalid"/)
  const smuggled =
    'POST /api/v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n'
  expect(await bare(port, smuggled)).toMatch(/^HTTP\/1\.1 400 /)
  const unreadable = await fetch(`http://127.0.0.1:${port}/api/v1/items/%E0%A4%A`, { headers: { 'accept-language': 'en' } })
  expect(unreadable.headers.get('content-type')).toContain('application/problem+json')
  expect(await unreadable.json()).toMatchObject({ type: 'request.invalid', status: 400, title: expect.stringContaining('not right') })
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})
