import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { EmbeddedPostgres } from '../platform/kernel/embedded/postgres.ts'
import { startThrowawayPostgres } from '../platform/kernel/embedded/throwaway.ts'

/** A PostgreSQL for as long as `run` runs. */
export async function withPostgres<T>(run: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const postgres = await startThrowawayPostgres()
  try {
    return await run(postgres)
  } finally {
    await postgres.stop()
  }
}

/** Writes files that differ from what is there. */
export function writeAll(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    if (isSame(path, text)) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`wrote ${path}`)
  }
}

export function isSame(path: string, text: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text
}
