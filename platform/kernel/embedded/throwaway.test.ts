import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startThrowawayPostgres, sweepThrowaways } from './throwaway.ts'

type Ended = { onTestFinished(run: () => void): void }

function aParent(t: Ended): string {
  const parent = mkdtempSync(join(tmpdir(), 'parent-'))
  chmodSync(parent, 0o755)
  t.onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return parent
}

/** A process that has a throwaway PostgreSQL and waits; it answers once the server does. */
async function owner(t: Ended, parent: string): Promise<{ child: ChildProcess; server: number }> {
  const module = new URL('./throwaway.ts', import.meta.url).href
  const script = `import { startThrowawayPostgres } from ${JSON.stringify(module)}
    const { home } = await startThrowawayPostgres({ parent: ${JSON.stringify(parent)} })
    setInterval(() => undefined, 1000)
    process.stdout.write(home)`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.onTestFinished(() => void child.kill('SIGTERM'))
  const [home] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return { child, server: Number(readFileSync(join(home.toString(), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]) }
}

function runs(pid: number): boolean {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ') Z'
  return !stat.includes(') Z') // ended, and only not yet fetched by whoever inherited it
}

test('a throwaway database leaves neither data nor server behind when it is stopped', async (t) => {
  const parent = aParent(t)
  const postgres = await startThrowawayPostgres({ parent })
  expect(readdirSync(parent)).toHaveLength(1)
  await postgres.database('one')
  await postgres.stop()
  expect(readdirSync(parent)).toEqual([])
})

test.skipIf(!existsSync('/proc')).for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'a process told to end by %s takes its throwaway database with it',
  async (signal, t) => {
    const story = { onTestFinished: (run: () => void) => t.onTestFinished(run) }
    const parent = aParent(story)
    const { child, server } = await owner(story, parent)
    child.kill(signal)
    expect((await once(child, 'exit'))[1]).toBe(signal)
    expect(readdirSync(parent)).toEqual([])
    expect(runs(server)).toBe(false)
  },
)

test.skipIf(!existsSync('/proc'))(
  'what a killed process left behind is swept by the next, and nothing of the living',
  { timeout: 60_000 },
  async (t) => {
    const parent = aParent(t)
    const [killed, living] = [await owner(t, parent), await owner(t, parent)]
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    expect(runs(killed.server)).toBe(true)
    sweepThrowaways(parent)
    expect(runs(killed.server)).toBe(false)
    expect(readdirSync(parent)).toHaveLength(1)
    expect(runs(living.server)).toBe(true)
    living.child.kill('SIGTERM')
    await once(living.child, 'exit')
    expect(readdirSync(parent)).toEqual([])
  },
)
