import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type TestContext } from 'vitest'
import { localStore } from './local-store.ts'
import { aFullDisk, aPdf } from './testing.ts'

const limits = { maxBytes: 1 << 20 }
const rules = { ...limits, name: '合同.pdf' }

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-disk-'))
  t.onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function* twoParts(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(60_000)
  yield new Uint8Array(60_000)
}

test('a disk that fills up in the middle of a file: told as full, nothing stays behind, and with room again it is kept', async (t) => {
  const folder = await aFolder(t)
  const store = localStore(folder)
  const disk = await aFullDisk(100_000)
  t.onTestFinished(disk.free)
  await expect(store.putFile(twoParts(), limits)).rejects.toMatchObject({ code: 'storage.storageFull' })
  await expect(store.putUpload(aPdf(), rules)).rejects.toMatchObject({ code: 'storage.storageFull' })
  expect(await readdir(folder, { recursive: true })).toEqual(['incoming'])
  disk.free()
  expect(await store.putUpload(aPdf(), rules)).toMatchObject({ name: '合同.pdf', kind: 'pdf' })
})

test.runIf(process.getuid?.() === 0)('a folder without the right to write: told as unavailable, what is there is given out', async (t) => {
  const folder = await aFolder(t)
  const store = localStore(folder)
  const { id } = await store.putFile(aPdf(), limits)
  await chmod(folder, 0o755)
  for (const sub of await readdir(folder, { recursive: true })) await chmod(join(folder, sub), 0o755)
  process.seteuid?.(65_534)
  try {
    await expect(store.putFile(twoParts(), limits)).rejects.toMatchObject({ code: 'storage.storageUnavailable' })
    expect(await store.trouble(1)).toBe('storageUnavailable')
    expect(Buffer.compare(await store.readFile(id), aPdf())).toBe(0)
  } finally {
    process.seteuid?.(0)
  }
  expect(await store.trouble(1)).toBeUndefined()
})

test('a folder with less room than one upload needs says so before somebody loses an upload to it', async (t) => {
  const folder = await aFolder(t)
  await mkdir(join(folder, 'incoming'))
  expect(await localStore(folder).trouble(1)).toBeUndefined()
  expect(await localStore(folder).trouble(2 ** 60)).toBe('storageFull')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})
