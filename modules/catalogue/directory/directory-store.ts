import { sql } from 'kysely'
import { present, type Act, type Tx } from '@yiwang/kernel'
import { indexText } from '@yiwang/search'
import type { ChangeKind, DirectoryEntry, EntryContent, EntryVersion } from '../contract.ts'
import { directoryProblem as problem } from '../problems.ts'

export const entryColumns = [
  'base_code as baseCode',
  'version',
  'state',
  'division',
  'main_item as mainItem',
  'origins',
  'name',
  'item_type as itemType',
  'legal_basis as legalBasis',
  'levels',
  'department',
  'effective_on as effectiveOn',
] as const

export async function findEntry(tx: Tx, baseCode: string): Promise<DirectoryEntry | undefined> {
  const row = await tx.selectFrom('catalogue.directory_entry').select(entryColumns).where('base_code', '=', baseCode).executeTakeFirst()
  return row && (present(row) as unknown as DirectoryEntry)
}

/** @throws directory.notFound */
export async function getEntry(tx: Tx, baseCode: string): Promise<DirectoryEntry> {
  const entry = await findEntry(tx, baseCode)
  if (!entry) throw problem.notFound({ baseCode })
  return entry
}

/** An entry that may be taken up and published under. @throws directory.notActive */
export async function getActiveEntry(tx: Tx, baseCode: string): Promise<DirectoryEntry> {
  const entry = await getEntry(tx, baseCode)
  if (entry.state !== 'active') throw problem.notActive({ name: entry.name })
  return entry
}

export async function getEntriesForUpdate(tx: Tx, baseCodes: readonly string[]): Promise<DirectoryEntry[]> {
  const rows = await tx
    .selectFrom('catalogue.directory_entry')
    .select(entryColumns)
    .where('base_code', 'in', [...baseCodes])
    .orderBy('base_code')
    .forUpdate()
    .execute()
  const missing = baseCodes.find((code) => !rows.some((row) => row.baseCode === code))
  if (missing !== undefined) throw problem.notFound({ baseCode: missing })
  return rows.map((row) => present(row) as unknown as DirectoryEntry)
}

const wordsOf = (content: Pick<EntryContent, 'name' | 'legalBasis' | 'department'>) => {
  const name = indexText(content.name).words
  const rest = indexText([content.department ?? '', ...content.legalBasis.map(({ title }) => title)].join(' ')).words
  return sql<string>`setweight(to_tsvector('simple', ${name}), 'A') || setweight(to_tsvector('simple', ${rest}), 'C')`
}

/** @throws directory.codeTaken; nothing is entered then. */
export async function insertEntry(act: Act, entry: DirectoryEntry): Promise<void> {
  const result = await act.tx
    .insertInto('catalogue.directory_entry')
    .values({
      base_code: entry.baseCode,
      version: entry.version,
      state: entry.state,
      division: entry.division,
      main_item: entry.mainItem ?? null,
      origins: entry.origins,
      name: entry.name,
      item_type: entry.itemType,
      legal_basis: JSON.stringify(entry.legalBasis),
      levels: entry.levels,
      department: entry.department ?? null,
      effective_on: entry.effectiveOn,
      search_words: wordsOf(entry),
    })
    .onConflict((conflict) => conflict.column('base_code').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.codeTaken({ baseCode: entry.baseCode })
}

export async function updateEntry(act: Act, entry: DirectoryEntry): Promise<void> {
  await act.tx
    .updateTable('catalogue.directory_entry')
    .set({
      version: entry.version,
      state: entry.state,
      name: entry.name,
      legal_basis: JSON.stringify(entry.legalBasis),
      levels: entry.levels,
      department: entry.department ?? null,
      effective_on: entry.effectiveOn,
      search_words: wordsOf(entry),
    })
    .where('base_code', '=', entry.baseCode)
    .execute()
}

interface NewVersion {
  kind: ChangeKind
  reason: string
  madeBy: string
  reviewedBy?: string
}

/** The version that now holds: what is said, why, by whom and checked by whom. */
export async function noteVersion(act: Act, entry: DirectoryEntry, { kind, reason, madeBy, reviewedBy }: NewVersion): Promise<void> {
  const { name, itemType, legalBasis, levels, department } = entry
  const content = { name, itemType, legalBasis, levels, ...(department ? { department } : {}) }
  await act.tx
    .insertInto('catalogue.directory_version')
    .values({
      base_code: entry.baseCode,
      version: entry.version,
      kind,
      content: JSON.stringify(content),
      reason,
      made_by: madeBy,
      reviewed_by: reviewedBy ?? null,
      at: act.now,
    })
    .execute()
}

export async function listVersions(tx: Tx, baseCode: string): Promise<EntryVersion[]> {
  const rows = await tx
    .selectFrom('catalogue.directory_version')
    .select(['version', 'kind', 'content', 'reason', 'made_by as by', 'reviewed_by as reviewedBy', 'at'])
    .where('base_code', '=', baseCode)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => present(row) as unknown as EntryVersion)
}

/** Codes are given out one after the other under a lock of their type (统一赋码). */
export async function nextMainItem(act: Act, itemType: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`catalogue.base-code.${itemType}`}))`.execute(act.tx)
  const { rows } = await sql<{ last: number | null }>`select max(substr(base_code, 3, 5)::int) as last from catalogue.directory_entry
    where base_code >= ${itemType} and base_code < ${`${itemType}:`}`.execute(act.tx)
  return (rows[0]?.last ?? 0) + 1
}

export async function nextSubItem(act: Act, mainItem: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`catalogue.base-code.${mainItem}`}))`.execute(act.tx)
  const { rows } = await sql<{ last: number | null }>`select max(substr(base_code, 8, 3)::int) as last from catalogue.directory_entry
    where base_code >= ${mainItem.slice(0, 7)} and base_code < ${`${mainItem.slice(0, 7)}:`}`.execute(act.tx)
  return (rows[0]?.last ?? 0) + 1
}
