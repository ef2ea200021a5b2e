import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** One kind of record by key, in the order of first writing. */
export type Book<T> = {
  get(key: string): T | undefined
  put(key: string, value: T): void
  list(): T[]
  /** Out of memory while it holds; the journal keeps what it has. */
  forgetOldest(isOld: (value: T) => boolean): void
}
export type Books = { open<T>(name: string): Book<T> }

type Entry = { book: string; key: string; value: unknown }

/** The sandbox's memory: an append-only journal of whole records; without a folder it is forgotten at the end. */
export function openBooks(folder?: string): Books {
  const file = folder === undefined ? undefined : join(folder, 'journal.jsonl')
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pages = new Map<string, Map<string, unknown>>()
  const page = (name: string): Map<string, unknown> => {
    const found = pages.get(name) ?? new Map<string, unknown>()
    pages.set(name, found)
    return found
  }
  for (const entry of readJournal(file)) page(entry.book).set(entry.key, entry.value)
  return {
    open<T>(name: string): Book<T> {
      const records = page(name) as Map<string, T>
      return {
        get: (key) => records.get(key),
        list: () => [...records.values()],
        forgetOldest(isOld) {
          for (const [key, value] of records) {
            if (!isOld(value)) return
            records.delete(key)
          }
        },
        put(key, value) {
          if (file !== undefined) appendFileSync(file, JSON.stringify({ book: name, key, value }) + '\n', { mode: 0o600 })
          records.set(key, value)
        },
      }
    },
  }
}

/** A process killed while writing leaves half a line: it was never acknowledged, so it is cut off. */
function readJournal(file: string | undefined): Entry[] {
  if (file === undefined || !existsSync(file)) return []
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf(0x0a) + 1
  if (whole < bytes.length) truncateSync(file, whole)
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry)
}
