import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localStore, sweepIncoming } from './local-store.ts'
import { readAll } from './verified-stream.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-storage-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const limits = { maxBytes: 1 << 20 }
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (id: string) => join(folder, id.slice(0, 2), id.slice(2, 4), id)

async function* pieces(...parts: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield Buffer.from(part)
  }
}

test('what was put comes back byte for byte under its digest', async () => {
  const bytes = randomBytes(300_000)
  const stored = await localStore(folder).putFile(bytes, limits)
  expect(stored).toEqual({ id: digest(bytes), sm3: createHash('sm3').update(bytes).digest('hex'), size: 300_000 })
  const { size, stream } = await localStore(folder).openFile(stored.id)
  expect(size).toBe(300_000)
  expect(digest(await readAll(stream))).toBe(stored.id)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('the same content is kept once, also when two put it at once', async () => {
  const store = localStore(folder)
  const [one, two] = await Promise.all([store.putFile(pieces('甲', '乙'), limits), store.putFile(pieces('甲乙'), limits)])
  expect(one).toEqual(two)
  expect(await readdir(join(folder, one.id.slice(0, 2), one.id.slice(2, 4)))).toEqual([one.id])
})

test('a file one byte too large is refused, the rest is not read, and nothing stays behind', async () => {
  let read = 0
  let closed = false
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        read += 65_536
        yield new Uint8Array(65_536)
      }
    } finally {
      closed = true
    }
  }
  await expect(localStore(folder).putFile(endless(), { maxBytes: 100_000 })).rejects.toMatchObject({
    code: 'storage.fileTooLarge',
    details: { maxBytes: 100_000, maxMegabytes: 0 },
  })
  expect(read).toBe(131_072)
  expect(closed).toBe(true)
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming'])
})

test('a file announced as too large is refused before its first byte', async () => {
  let asked = false
  async function* never(): AsyncGenerator<Uint8Array> {
    asked = true
    yield new Uint8Array(1)
  }
  await expect(localStore(folder).putFile(never(), { maxBytes: 10, announcedBytes: 100 << 20 })).rejects.toMatchObject({
    code: 'storage.fileTooLarge',
  })
  expect(asked).toBe(false)
})

test('exactly the limit is taken, an empty file is not', async () => {
  const store = localStore(folder)
  expect(await store.putFile(new Uint8Array(10), { maxBytes: 10 })).toMatchObject({ size: 10 })
  await expect(store.putFile(new Uint8Array(), { maxBytes: 10 })).rejects.toMatchObject({ code: 'storage.fileEmpty' })
})

test('an upload that breaks off leaves no file', async () => {
  await expect(localStore(folder).putFile(pieces('half', new Error('connection lost')), limits)).rejects.toThrow('connection lost')
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming'])
})

test('a file changed on disk is never given out whole', async () => {
  const store = localStore(folder)
  const { id } = await store.putFile(randomBytes(200_000), limits)
  const damaged = await store.readFile(id)
  damaged[100_000] = (damaged[100_000] as number) ^ 1
  await writeFile(pathOf(id), damaged)
  await expect(store.readFile(id)).rejects.toMatchObject({ code: 'storage.fileDamaged' })
  let given = 0
  const reading = (async () => {
    for await (const chunk of (await store.openFile(id)).stream) given += (chunk as Uint8Array).length
  })()
  await expect(reading).rejects.toMatchObject({ code: 'storage.fileDamaged' })
  expect(given).toBeLessThan(200_000)
})

test('a file cut short is not given out, and putting it again mends it', async () => {
  const store = localStore(folder)
  const bytes = randomBytes(1000)
  const { id } = await store.putFile(bytes, limits)
  await truncate(pathOf(id), 500)
  await expect(store.readFile(id)).rejects.toMatchObject({ code: 'storage.fileDamaged' })
  await store.putFile(bytes, limits)
  expect(digest(await store.readFile(id))).toBe(id)
})

test.each(['../../etc/passwd', '', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`])(
  'an id that is no digest is not there: %j',
  async (id) => {
    await expect(localStore(folder).openFile(id)).rejects.toMatchObject({ code: 'storage.fileNotFound' })
  },
)

test('what is removed is gone, and removing it again does no harm', async () => {
  const store = localStore(folder)
  const { id } = await store.putFile(pieces('x'), limits)
  expect(await store.hasFile(id)).toBe(true)
  await store.removeFile(id)
  await store.removeFile(id)
  expect(await store.hasFile(id)).toBe(false)
  await expect(store.openFile(id)).rejects.toMatchObject({ code: 'storage.fileNotFound' })
})

test('leftovers of a crash are swept, an upload under way is not', async () => {
  const store = localStore(folder)
  await store.putFile(pieces('x'), limits)
  const [old, young] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'young')]
  await writeFile(old, 'half')
  await writeFile(young, 'half')
  await utimes(old, new Date('2026-03-01'), new Date('2026-03-01'))
  await utimes(young, new Date('2026-03-03'), new Date('2026-03-03'))
  expect(await sweepIncoming(folder, new Date('2026-03-02'))).toBe(1)
  expect(await readdir(join(folder, 'incoming'))).toEqual(['young'])
  expect(await sweepIncoming(join(folder, 'nowhere'), new Date('2026-03-02'))).toBe(0)
})
