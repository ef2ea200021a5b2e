import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { pause } from './child-server.ts'
import { openClient } from './client.ts'
import { findings, untilQuiet, withDatabase } from './invariants.ts'
import { oneLifecycle } from './lifecycle.ts'
import { personalIn } from './office.ts'
import { openTown, random } from './town.ts'

/** Three kills with every run of the suite; `FAULT_KILLS=200 npx vitest run e2e/faults/killed-server` at night. */
const kills = Number(process.env['FAULT_KILLS'] ?? 3)
const seed = Number(process.env['FAULT_SEED'] ?? 108)

test(
  'a server killed with SIGKILL at any moment has lost nothing it acknowledged, has done nothing twice and leaves nothing half done',
  { timeout: 120_000 + kills * 20_000 },
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
    const next = random(seed)
    for (let kill = 0; kill < kills; kill += 1) {
      // at any moment, or in the very moment in which somebody was told that something is done
      if (next() < 0.5) await pause(200 + next() * 2500)
      else await Promise.race([client.nextAnswer(), pause(10_000)])
      await server.kill()
      await server.start()
    }
    hall.open = false
    await Promise.allSettled(persons) // what they were refused stands in the client's findings

    await withDatabase(await town.database(), async (ask) => {
      await untilQuiet(ask, Date.now() + 90_000)
      expect([...client.findings, ...(await findings(ask, client.acknowledged))]).toEqual([])
      expect(await town.ledgerFindings(ask)).toEqual([])
      expect((await ask('select count(*)::int as cases from cases.service_case'))[0]).toEqual({ cases: done.length })
    })
    expect(done.length).toBeGreaterThanOrEqual(office.people.length)
    expect(client.again).toBeGreaterThan(0)
    expect(personalIn(server.log.join(''))).toEqual([])
    const verdict = spawnSync(process.execPath, ['apps/server/main.ts', 'verify'], {
      env: { ...process.env, ...server.environment },
      encoding: 'utf8',
    })
    expect(JSON.parse(verdict.stdout)).toMatchObject({ whole: true, waiting: 0 })
  },
)
