/** The tape of one case said by node-postgres in named prepared statements: what is left of the limit once a Node program does the talking. */
import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { newId } from '@yiwang/kernel'
import pg from 'pg'
import { compete } from '../harness/contestant.ts'
import type { Tape, Value } from '../harness/tape.ts'

let counter = 0

await compete(async ([url = '', file = '', connections = '8']) => {
  const pool = new pg.Pool({ connectionString: url, max: Number(connections) })
  const tape = JSON.parse(readFileSync(file, 'utf8')) as Tape
  return { one: () => oneCase(pool, tape), close: () => pool.end() }
})

async function oneCase(pool: pg.Pool, { statements, fresh }: Tape): Promise<void> {
  const things = fresh.map(make)
  const client = await pool.connect()
  try {
    for (const [place, { text, values }] of statements.entries()) {
      if (values.length === 0) await client.query(text)
      else await client.query({ name: `s${place}`, text, values: values.map((value) => said(value, things)) })
    }
  } finally {
    client.release()
  }
}

function said(value: Value, things: readonly string[]): string | null {
  if (value === null) return null
  return value.map((piece) => ('fresh' in piece ? things[piece.fresh] : piece.same)).join('')
}

/** Numbers from far above those of the script of pgbench. */
function make(example: string): string {
  if (example.includes('-')) return newId()
  if (!/^\d+$/.test(example)) return randomBytes(20).toString('hex').toUpperCase().slice(0, example.length)
  counter += 1
  return example.slice(0, -7) + String(5_000_000 + counter)
}
