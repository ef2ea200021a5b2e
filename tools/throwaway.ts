import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/kernel/embedded/postgres.ts'

/** A PostgreSQL for as long as `run` runs. */
export async function withPostgres<T>(run: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-tool-'))
  const postgres = await startEmbeddedPostgres({ folder, throwaway: true })
  try {
    return await run(postgres)
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
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
