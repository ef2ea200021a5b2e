import { sql } from 'kysely'
import type { Database } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { ask, beginSweep } from './asking.ts'
import { operationsOf, type Operation } from './operations.ts'
import { sampleOf, textPlaces, withAt } from './samples.ts'
import { addressOf, openWholeHall } from './whole-hall.ts'

const injection = `<script>pwned()</script>'";--\${7*7}{{7*7}} %s%n '); create table canary (a int); select pg_sleep(9)--`
const hostile = {
  injection,
  quote: `pwned'";`,
  nul: 'a\u0000b',
  'half a character': 'a\ud800b',
  'turned about': '\u202egnp.exe',
  'another folder': '../../../../etc/passwd',
}

/** What takes the ground away from others comes last: an item withdrawn, a body retired, a role changed. */
const unsettling = /\/(implementations|bodies|staff|roles|divisions|calendar)/
const inOrder = (operations: Operation[]) =>
  operations.toSorted((a, b) => Number(unsettling.test(a.path)) - Number(unsettling.test(b.path)))

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

/** Every text kept anywhere that has something of what was sent. */
async function keptTexts(db: Database): Promise<string[]> {
  const texts: string[] = []
  for (const table of (await tablesOf(db)).filter((name) => !name.startsWith('pgboss.'))) {
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(r) as row from ${sql.raw(table)} r where r::text like '%pwned%'`.execute(
      db,
    )
    for (const { row } of rows)
      for (const place of textPlaces(row)) {
        const text = place.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], row)
        if (typeof text === 'string' && text.includes('pwned')) texts.push(text)
      }
  }
  return texts
}

test(
  'SQL, script, NUL and half characters in every text of every operation are kept as text or refused; nothing in them is done',
  { timeout: 240_000 },
  async (t) => {
    const hall = await openWholeHall(t)
    const { db } = hall.office.hall.house
    const before = await tablesOf(db)
    const sweep = beginSweep(hall)
    for (const operation of inOrder(await operationsOf(hall.office.hall.app))) {
      const things = await hall.thingsFor(operation, true)
      const sample = operation.body ? sampleOf(operation.body, things) : undefined
      for (const [kind, word] of Object.entries(hostile)) {
        for (const place of textPlaces(sample))
          await ask(sweep, operation, addressOf(operation, things), { body: withAt(sample, place, word) }, `${kind} in ${place.join('.')}`)
        for (const { name, in: where } of operation.parameters) {
          const address =
            where === 'path' ? addressOf(operation, { ...things, [name]: word }) : addressOf(operation, things, { [name]: word })
          await ask(sweep, operation, address, { body: sample }, `${kind} in ${where} ${name}`)
        }
      }
    }
    expect(sweep.findings).toEqual([])
    expect(await tablesOf(db)).toEqual(before)
    const kept = await keptTexts(db)
    expect(sweep.taken.size).toBeGreaterThan(20)
    expect(kept.length).toBeGreaterThan(30)
    expect(kept.filter((text) => !text.includes(injection) && !text.includes(hostile.quote))).toEqual([])
  },
)
