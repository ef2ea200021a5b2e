import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clamdScanner } from './clamd.ts'
import { localStore } from './local-store.ts'
import { aPdf } from './testing.ts'

/** A clamd that speaks INSTREAM and answers as told; returns its port and what it was sent. */
async function aClamd(answer: (body: Buffer) => string): Promise<{ port: number; bodies: Buffer[] }> {
  const bodies: Buffer[] = []
  const server = createServer((socket) => {
    let seen = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      seen = Buffer.concat([seen, bytes])
      if (seen.length < 14 || seen.readUInt32BE(seen.length - 4) !== 0) return
      const chunks: Buffer[] = []
      for (let at = 10; seen.readUInt32BE(at) > 0; at += 4 + seen.readUInt32BE(at))
        chunks.push(seen.subarray(at + 4, at + 4 + seen.readUInt32BE(at)))
      bodies.push(Buffer.concat(chunks))
      socket.end(`${answer(bodies.at(-1) as Buffer)}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, bodies }
}

async function storeWith(port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clamd-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { folder, store: localStore(folder, { scan: clamdScanner({ host: '127.0.0.1', port, timeoutMs: 2000 }) }) }
}

test('the scanner is shown the whole file, and a clean one is kept', async () => {
  const clamd = await aClamd(() => 'stream: OK')
  const { store } = await storeWith(clamd.port)
  const { id } = await store.putUpload(aPdf(), { name: 'a.pdf', maxBytes: 1 << 20 })
  expect(clamd.bodies.map((body) => body.equals(aPdf()))).toEqual([true])
  expect(await store.hasFile(id)).toBe(true)
})

test('an infected file is refused with the name of what was found and not kept', async () => {
  const clamd = await aClamd(() => 'stream: Eicar-Test-Signature FOUND')
  const { folder, store } = await storeWith(clamd.port)
  await expect(store.putUpload(aPdf(), { name: 'a.pdf', maxBytes: 1 << 20 })).rejects.toMatchObject({
    code: 'storage.fileIsInfected',
    details: { name: 'Eicar-Test-Signature' },
  })
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming'])
})

test.each(['INSTREAM size limit exceeded. ERROR', ''])('an answer that is no verdict (%j) counts as not scanned', async (answer) => {
  const clamd = await aClamd(() => answer)
  const { store } = await storeWith(clamd.port)
  await expect(store.putUpload(aPdf(), { name: 'a.pdf', maxBytes: 1 << 20 })).rejects.toMatchObject({ code: 'storage.scannerUnavailable' })
})

test('without a scanner at the address nothing is taken', async () => {
  const { folder, store } = await storeWith(1)
  await expect(store.putUpload(aPdf(), { name: 'a.pdf', maxBytes: 1 << 20 })).rejects.toMatchObject({ code: 'storage.scannerUnavailable' })
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming'])
})
