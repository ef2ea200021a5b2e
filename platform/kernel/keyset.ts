import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Page } from './page.ts'
import { problems } from './problem.ts'

const problem = problems('page', { cursorInvalid: 400 })
export const pageProblems = problem.catalogue

/** The key of the last row as an opaque cursor. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** @throws page.cursorInvalid when the cursor is not one of ours, with as many parts as the order has. */
export function keyOf(cursor: string, parts: number): (string | number)[] {
  const key = decode(cursor)
  const sound = Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string' || typeof part === 'number')
  if (!sound) throw problem.cursorInvalid()
  return key
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Cuts `limit + 1` rows to a page; the extra row only tells that there is more. */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => (string | number)[],
  shape: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(shape), ...(rows.length > limit && last !== undefined ? { next: cursorOf(key(last)) } : {}) }
}

/** `(a, b) > (x, y)`, the condition that continues a keyset; one direction for all parts. */
export function beyond(columns: readonly string[], key: readonly (string | number)[], order: 'asc' | 'desc'): RawBuilder<SqlBool> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join([...key])
  return order === 'asc' ? sql<SqlBool>`(${names}) > (${values})` : sql<SqlBool>`(${names}) < (${values})`
}
