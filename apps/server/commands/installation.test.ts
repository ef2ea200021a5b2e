import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiPrefix, readSettings, systemActor, type House, type Settings } from '@yiwang/kernel'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openInstallation } from '../composition.ts'
import { backup } from './backup.ts'
import { found } from './found.ts'
import { writeInventory } from './inventory.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'

const founding = fileURLToPath(new URL('../../../deploy/founding.example.json', import.meta.url))

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'backup-'))
  chmodSync(parent, 0o755)
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(parent, { recursive: true, force: true })
})

const settingsIn = (name: string, port = 0): Settings => ({
  ...readSettings({ YIWANG_FOLDER: join(parent, name), DEMO_CASES: '0', LOG_LEVEL: 'silent' }),
  port,
})

const note = (house: House, number: number) =>
  house.perform({ act: 'test.note', by: systemActor('test'), subject: { number } }, async () => number)

/** What was printed under the loginName. */
function passwordOf(loginName: string): string {
  const lines = vi.mocked(console.log).mock.calls.map(([line]) => String(line).trim().split(/\s+/))
  return lines.find(([name]) => name === loginName)?.[1] ?? ''
}

test(
  'an installation is founded once; a copy made while acts go on has every act acknowledged before it, an unbroken chain, and lets its people in',
  { timeout: 120_000 },
  async () => {
    const settings = settingsIn('one')
    expect(await found(settings, founding)).toBe(0)
    const password = passwordOf('system')
    await expect(found(settings, founding)).rejects.toThrow('has been founded')
    writeFileSync(join(settings.folder, 'kept'), '一纸')

    const { house, close } = await openInstallation({ settings, works: false })
    let done = 0
    const copied = new AbortController()
    while (done < 50) await note(house, (done += 1))
    const acknowledged = done
    const others = (async () => {
      while (!copied.signal.aborted) await note(house, (done += 1))
    })()
    expect(await backup(settings, join(parent, 'copy'))).toBe(0)
    copied.abort()
    await others
    await close()

    const second = settingsIn('two')
    expect(await restore(second, join(parent, 'copy'))).toBe(0)
    expect(readFileSync(join(second.folder, 'kept'), 'utf8')).toBe('一纸')
    const running = await serve(second, 'api')
    try {
      const { rows } = await sql<{ number: number }>`select (subject->>'number')::int as number from kernel.audit
        where act = 'test.note' order by 1`.execute(running.house.db)
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
      const signIn = (loginName: string) =>
        running.app?.inject({ method: 'POST', url: `${apiPrefix}/staff-sessions`, payload: { loginName, password } })
      expect((await signIn('system'))?.json()).toMatchObject({ mustChangePassword: true })
      expect((await signIn('audit'))?.statusCode).toBe(401)
    } finally {
      await running.close()
    }
  },
)

/** As `backup` leaves it, of next to nothing. */
async function aCopy(): Promise<string> {
  const copy = join(parent, 'copy')
  for (const inside of ['postgres', 'folder']) mkdirSync(join(copy, inside), { recursive: true })
  writeFileSync(join(copy, 'postgres', 'password'), 'secret')
  await writeInventory(copy)
  return copy
}

test('what is not a whole copy, was altered, or would overwrite something is refused and changes nothing', async () => {
  const [copy, there, none] = [await aCopy(), settingsIn('one'), settingsIn('two')]
  mkdirSync(there.folder)
  writeFileSync(join(there.folder, 'kept'), '一纸')
  await expect(backup(there, copy)).rejects.toThrow('is not empty')
  await expect(restore(there, copy)).rejects.toThrow('is not empty')
  appendFileSync(join(copy, 'postgres', 'password'), 'x')
  await expect(restore(none, copy)).rejects.toThrow('altered: postgres/password')
  rmSync(join(copy, 'inventory.json'))
  await expect(restore(none, copy)).rejects.toThrow('no inventory')
  expect(existsSync(none.folder)).toBe(false)
  expect(readFileSync(join(there.folder, 'kept'), 'utf8')).toBe('一纸')
})

test('a copy of the embedded database is not put into a server, nor the other way round, and the words say what to do', async () => {
  const copy = await aCopy()
  const server = { ...settingsIn('two'), databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }
  await expect(restore(server, copy)).rejects.toThrow('without DATABASE_URL')
  rmSync(copy, { recursive: true })
  mkdirSync(copy)
  writeFileSync(join(copy, 'database.dump'), 'dump')
  await writeInventory(copy)
  await expect(restore(settingsIn('two'), copy)).rejects.toThrow('set DATABASE_URL')
})
