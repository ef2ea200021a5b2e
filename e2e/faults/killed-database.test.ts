import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pause } from './child-server.ts'
import { openClient } from './client.ts'
import { findings, untilQuiet, withDatabase } from './invariants.ts'
import { oneLifecycle } from './lifecycle.ts'
import { openTown, type Town } from './town.ts'

const rounds = Number(process.env['FAULT_KILLS'] ?? 1)

const ways: Record<string, (town: Town) => Promise<void>> = {
  'the database killed': async ({ folder }) => {
    process.kill(Number(readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  },
  'every connection cut': async (town) => {
    await withDatabase(await town.database(), (ask) =>
      ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'yiwang' and pid <> pg_backend_pid()`),
    )
  },
  'one backend killed, and with it all': async (town) => {
    const backends = `select pid from pg_stat_activity where datname = 'yiwang' and pid <> pg_backend_pid() order by state limit 1`
    for (;;) {
      const [row] = await withDatabase(await town.database(), (ask) => ask(backends))
      if (row) return void process.kill(Number(row['pid']), 'SIGKILL')
      await pause(50)
    }
  },
}

async function untilReady(url: string): Promise<number> {
  const begin = performance.now()
  do await pause(250)
  while ((await fetch(`${url}/readyz`)).status !== 200)
  return performance.now() - begin
}

test(
  'the database killed, and its connections cut, under load: no false success, and it goes on by itself without loss',
  { timeout: 180_000 + rounds * 60_000 },
  async (t) => {
    const town = await openTown(t)
    const { server, office } = town
    await server.start()
    const client = openClient(server.url)
    const hall = { open: true }
    const done: string[] = []
    const persons = office.people.map(async (person) => {
      while (hall.open) done.push(await oneLifecycle(client, office, person, town.pay))
    })
    const slow: string[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const [what, strike] of Object.entries(ways)) {
        await pause(1500)
        await strike(town)
        await pause(250)
        const took = await untilReady(server.url)
        if (took > 15_000) slow.push(`${what}: ready again after ${Math.round(took)} ms`)
      }
    hall.open = false
    await Promise.allSettled(persons)
    await withDatabase(await town.database(), async (ask) => {
      await untilQuiet(ask, Date.now() + 90_000)
      expect([...slow, ...client.findings, ...(await findings(ask, client.acknowledged))]).toEqual([])
      expect(await town.ledgerFindings(ask)).toEqual([])
    })
    expect(done.length).toBeGreaterThanOrEqual(office.people.length)
  },
)
