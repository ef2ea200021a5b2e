import { beyond, keyOf, present, toPage, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import { divisionPrefix } from '@yiwang/standards'
import { sql, type SqlBool } from 'kysely'
import type { Body } from '../contract.ts'
import { shortCode } from '../divisions/division-store.ts'
import { bodyColumns } from './body-store.ts'

export interface BodyQuery extends PageInput {
  /** This division and everything in it. */
  division?: string
  /** Part of the name. */
  q?: string
  duty?: string
  /** Retired bodies too. */
  retired?: boolean
}

/** Bodies by division and code. */
export async function listBodies(tx: Tx, { division, q, duty, retired = false, after, limit = 20 }: BodyQuery): Promise<Page<Body>> {
  let query = tx
    .selectFrom('organisation.body')
    .select(bodyColumns)
    .orderBy('division')
    .orderBy('code')
    .limit(limit + 1)
  if (!retired) query = query.where('state', '=', 'active')
  if (division !== undefined) {
    const prefix = divisionPrefix(shortCode(division))
    query = query.where('division', '>=', prefix).where('division', '<=', prefix.padEnd(12, '9'))
  }
  if (q !== undefined)
    query = query.where((test) => test.or([test('name', 'ilike', containing(q)), test('short_name', 'ilike', containing(q))]))
  if (duty !== undefined) query = query.where(sql<SqlBool>`${duty} = any(duties)`)
  if (after !== undefined) query = query.where(beyond(['division', 'code'], keyOf(after, 2), 'asc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.division, row.code],
    (row) => present(row) as Body,
  )
}

/** What a person typed is text, not a pattern. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
