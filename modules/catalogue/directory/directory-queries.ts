import { sql, type SqlBool } from 'kysely'
import { beyond, keyOf, present, toPage, type Desk, type Page, type Tx } from '@yiwang/kernel'
import { queryText } from '@yiwang/search'
import { divisionPath } from '@yiwang/standards'
import type { DirectoryEntry, DirectoryState } from '../contract.ts'
import { entryColumns } from './directory-store.ts'

export async function knownCodes(tx: Tx, baseCodes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select base_code as code from catalogue.directory_entry
    where base_code = any(${[...new Set(baseCodes)]}::text[])`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

export interface DirectoryQuery {
  q?: string
  itemType?: string
  state?: DirectoryState
  level?: string
  /** What may be taken up there: its own directory and those of the levels above. */
  division?: string
  mainItem?: string
  after?: string
  limit?: number
}

/** The directory in the order of its codes; open to all, since what is in force is public. */
export async function listEntries({ tx }: Desk, query: DirectoryQuery): Promise<Page<DirectoryEntry>> {
  const { q, itemType, state, level, division, mainItem, after, limit = 20 } = query
  let select = tx.selectFrom('catalogue.directory_entry').select(entryColumns)
  if (q) select = select.where(sql<SqlBool>`search_words @@ ${queryText(q).any}::tsquery`)
  if (itemType) select = select.where('item_type', '=', itemType)
  if (state) select = select.where('state', '=', state)
  if (level) select = select.where(sql<SqlBool>`${level} = any(levels)`)
  if (division)
    select = select.where(
      'division',
      'in',
      divisionPath(division).map((code) => code.slice(0, 6)),
    )
  if (mainItem) select = select.where('main_item', '=', mainItem)
  if (after) select = select.where(beyond(['base_code'], keyOf(after, 1), 'asc'))
  const rows = await select
    .orderBy('base_code')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.baseCode],
    (row) => present(row) as unknown as DirectoryEntry,
  )
}

/** How an entry is used: by how many bodies, and how many of these are behind it (应用情况, 待调整). */
export async function useOfEntry(tx: Tx, baseCode: string): Promise<{ implementations: number; behind: number }> {
  const { rows } = await sql<{ implementations: number; behind: number }>`
    select count(*) as implementations, count(*) filter (where i.directory_version < e.version) as behind
    from catalogue.implementation i join catalogue.directory_entry e using (base_code)
    where i.base_code = ${baseCode} and i.state <> 'withdrawn'`.execute(tx)
  return rows[0] ?? { implementations: 0, behind: 0 }
}
