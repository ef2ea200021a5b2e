/** The database's own limit: the tape of one case said by pgbench, in prepared statements. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Tape, Value } from '../harness/tape.ts'

const run = promisify(execFile)

/** On the path, or where Debian keeps the versions. */
export function findPgbench(): string | undefined {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    return 'pgbench'
  } catch {
    const home = '/usr/lib/postgresql'
    const versions = existsSync(home) ? readdirSync(home).toSorted() : []
    return versions.map((version) => join(home, version, 'bin', 'pgbench')).findLast((path) => existsSync(path))
  }
}

export interface Limit {
  done: number
  perSecond: number
}

/** Runs the script for so many seconds; the first second parses the statements in every session and does not count. */
export async function race(
  pgbench: string,
  url: string,
  script: string,
  { seconds, clients }: { seconds: number; clients: number },
): Promise<Limit> {
  const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', '2', '-T', String(seconds + 1), '-P', '1', url]
  const { stdout, stderr } = await run(pgbench, args, { maxBuffer: 1 << 24 })
  const done = Number(/number of transactions actually processed: (\d+)/.exec(stdout)?.[1])
  if (!(done > 0)) throw new Error(`pgbench did nothing: ${stderr.slice(0, 2000)}`)
  const paces = [...stderr.matchAll(/progress: [\d.]+ s, ([\d.]+) tps/g)].map((match) => Number(match[1])).slice(1, seconds + 1)
  return { done, perSecond: paces.reduce((sum, pace) => sum + pace, 0) / paces.length }
}

/** A script in which one transaction of pgbench is one case of seven commits. Its first statement makes the keys and numbers our program makes itself. */
export function writeScript(path: string, tape: Tape): void {
  const composed: string[] = []
  const lines = tape.statements.map(({ text, values }) => {
    const said = values.map((value) => place(value, composed))
    return `${text.replace(/\$(\d+)/g, (_, number: string) => said[Number(number) - 1] ?? '').replace(/;\s*$/, '')};`
  })
  const keys = tape.fresh.map((example, place) => `${maker(example)} as f${place}`)
  const head = `select ${[...keys.map((_, place) => `f${place}`), ...composed].join(',\n')}\nfrom (select ${keys.join(',\n')}) fresh \\gset`
  writeFileSync(path, [head, ...lines].join('\n'))
}

/** Where a value of the tape stands in the script: as a literal, or as a variable that the head has made. */
function place(value: Value, composed: string[]): string {
  if (value === null) return 'null'
  const [first] = value
  if (value.length === 1 && first) return 'fresh' in first ? `:f${first.fresh}` : literal(first.same)
  const name = `c${composed.length}`
  composed.push(`${value.map((piece) => ('fresh' in piece ? `f${piece.fresh}` : literal(piece.same))).join(' || ')} as ${name}`)
  return `:${name}`
}

/** A colon would begin a variable of pgbench. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\072').replaceAll('\n', '\\n')}'`
}

function maker(example: string): string {
  if (example.includes('-')) return 'uuidv7()::text'
  if (!/^\d+$/.test(example)) return `substr(upper(md5(random()::text)), 1, ${example.length})`
  const kept = Math.max(0, example.length - 8)
  return `'${example.slice(0, kept)}' || lpad(nextval('public.bench_fresh')::text, ${example.length - kept}, '0')`
}
