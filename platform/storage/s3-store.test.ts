import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from './open-store.ts'
import { s3Store } from './s3-store.ts'
import { readAll } from './verified-stream.ts'
import { aPdf, aPng } from './testing.ts'

/** The four requests of S3 that the store makes, over real HTTP, with the digest checked as S3 does. */
async function aBucket() {
  const objects = new Map<string, Buffer>()
  const log: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const key = (request.url ?? '').split('?')[0] as string
    log.push(`${request.method} ${key}`)
    const body = Buffer.from(await readAll(request))
    const digest = createHash('sha256').update(body).digest('base64')
    const found = objects.get(key)
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return response.writeHead(403).end()
    if (request.method === 'PUT' && request.headers['x-amz-checksum-sha256'] !== digest) return response.writeHead(400).end()
    if (request.method === 'PUT') objects.set(key, body)
    if (request.method === 'DELETE') objects.delete(key)
    if (request.method === 'PUT' || request.method === 'DELETE') return response.writeHead(200).end()
    if (!found)
      return response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>')
    return response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const incoming = await mkdtemp(join(tmpdir(), 'yiwang-s3-'))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(incoming, { recursive: true, force: true })
  })
  const settings = {
    bucket: 'files',
    region: 'cn',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKeyId: 'k',
    secretAccessKey: 's',
    incoming,
  }
  return { objects, log, incoming, settings, store: s3Store(settings) }
}

const limits = { maxBytes: 1 << 20 }

test('what was put into a bucket comes back byte for byte, and nothing is left in the incoming folder', async () => {
  const { store, objects, incoming } = await aBucket()
  const bytes = randomBytes(400_000)
  const { id, size } = await store.putFile(bytes, limits)
  expect({ id, size }).toEqual({ id: createHash('sha256').update(bytes).digest('hex'), size: 400_000 })
  expect([...objects.keys()]).toEqual([`/files/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`])
  const opened = await store.openFile(id)
  expect(opened.size).toBe(400_000)
  expect(Buffer.from(await readAll(opened.stream)).equals(bytes)).toBe(true)
  expect(await readdir(incoming)).toEqual([])
})

test('an object changed in the bucket is not given out', async () => {
  const { store, objects } = await aBucket()
  const { id } = await store.putFile(randomBytes(1000), limits)
  objects.set([...objects.keys()][0] as string, randomBytes(1000))
  await expect(store.readFile(id)).rejects.toMatchObject({ code: 'storage.fileDamaged' })
})

test('what is not there is not found, also by an id that would climb', async () => {
  const { store, log } = await aBucket()
  await expect(store.openFile('a'.repeat(64))).rejects.toMatchObject({ code: 'storage.fileNotFound' })
  expect(await store.hasFile('a'.repeat(64))).toBe(false)
  const asked = log.length
  await expect(store.openFile('../other-bucket/x')).rejects.toMatchObject({ code: 'storage.fileNotFound' })
  expect(log.length).toBe(asked)
})

test('what is removed is gone', async () => {
  const { store, objects } = await aBucket()
  const { id } = await store.putFile(Buffer.from('x'), limits)
  expect(await store.hasFile(id)).toBe(true)
  await store.removeFile(id)
  expect(objects.size).toBe(0)
  expect(await store.hasFile(id)).toBe(false)
})

test('a refused upload never reaches the bucket', async () => {
  const { settings, log, incoming } = await aBucket()
  const store = openStore({ folder: incoming, s3: settings })
  await expect(store.putUpload(aPng(), { name: 'a.pdf', ...limits })).rejects.toMatchObject({ code: 'storage.fileNotWhatItsNameSays' })
  expect(log).toEqual([])
  expect(await readdir(incoming)).toEqual([])
  expect(await store.putUpload(aPdf(), { name: 'a.pdf', ...limits })).toMatchObject({ kind: 'pdf' })
})

test('a bucket that cannot be reached is an error, not a missing file', async () => {
  const { settings } = await aBucket()
  const store = s3Store({ ...settings, secretAccessKey: 's', endpoint: 'http://127.0.0.1:1' })
  await expect(store.hasFile('a'.repeat(64))).rejects.toThrow(/ECONNREFUSED|EADDR|connect/i)
})
