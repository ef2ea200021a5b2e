import type { Act, Tx } from '@yiwang/kernel'
import { keyOf, present, toPage, within, type Page, type PageInput } from '@yiwang/kernel'
import { divisionPath as codesOnPath, parseDivision } from '@yiwang/standards'
import { sql } from 'kysely'
import type { Division } from '../contract.ts'
import { divisionProblem as problem } from '../problems.ts'

const columns = ['code', 'name', 'level', 'parent'] as const
type Row = { code: string; name: string; level: string; parent: string | null }
const toDivision = (row: Row): Division => present(row) as Division

/** @throws division.codeInvalid */
export function shortCode(text: string): string {
  const read = parseDivision(text)
  if (!read.ok) throw problem.codeInvalid({ code: text })
  return read.value.short
}

export async function findDivision(tx: Tx, code: string): Promise<Division | undefined> {
  const row = await tx.selectFrom('organisation.division').select(columns).where('code', '=', shortCode(code)).executeTakeFirst()
  return row && toDivision(row)
}

export async function getDivision(tx: Tx, code: string): Promise<Division> {
  const division = await findDivision(tx, code)
  if (!division) throw problem.notFound({ code })
  return division
}

/** The division and all that contain it, from the nation inwards. */
export async function divisionPath(tx: Tx, code: string): Promise<Division[]> {
  const short = shortCode(code)
  const rows = await tx
    .selectFrom('organisation.division')
    .select(columns)
    .where('code', 'in', codesOnPath(short).map(shortCode))
    .orderBy(sql`rpad(code, 12, '0')`)
    .execute()
  if (rows.at(-1)?.code !== short) throw problem.notFound({ code })
  return rows.map(toDivision)
}

/** The divisions directly below; without a parent, the nation. */
export async function listDivisions(tx: Tx, parent: string | undefined, { after, limit = 20 }: PageInput): Promise<Page<Division>> {
  let query = tx
    .selectFrom('organisation.division')
    .select(columns)
    .orderBy('code')
    .limit(limit + 1)
  query = parent === undefined ? query.where('parent', 'is', null) : query.where('parent', '=', shortCode(parent))
  if (after !== undefined) query = query.where('code', '>', String(keyOf(after, 1)[0]))
  return toPage(await query.execute(), limit, ({ code }) => [code], toDivision)
}

export async function knownDivisions(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const rows = await tx.selectFrom('organisation.division').select('code').where('code', 'in', codes).execute()
  return new Set(rows.map((row) => row.code))
}

/** Divisions of these over which the actor may do this. */
export async function divisionsInReach({ tx, by }: Act, permission: string, codes: readonly string[]): Promise<Set<string>> {
  const query = tx.selectFrom('organisation.division').select('code').where('code', 'in', codes)
  const rows = await query.where(within(by, permission, { division: 'code' })).execute()
  return new Set(rows.map((row) => row.code))
}

/** Outer divisions come before inner ones, so that each finds its parent. */
export async function upsertDivisions(tx: Tx, divisions: readonly Division[]): Promise<void> {
  await sql`insert into organisation.division (code, name, level, parent)
    select code, name, level, parent
    from jsonb_to_recordset(${JSON.stringify(divisions)}::jsonb) as d (code text, name text, level text, parent text)
    on conflict (code) do update set name = excluded.name`.execute(tx)
}
