import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@yiwang/kernel'
import { postmasterOf } from './processor-time.ts'

/** Durable: data on disk, every commit waits for fsync. CPU: the same server and settings, data on tmpfs. */
export type Lane = 'durable' | 'cpu'

export interface OpenLane {
  lane: Lane
  postgres: EmbeddedPostgres
  /** Process id of the database server. */
  server: number
}

/** A PostgreSQL with the settings of the product for as long as `run` runs. */
export async function withLane<T>(lane: Lane, run: (open: OpenLane) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(lane === 'cpu' ? '/dev/shm' : tmpdir(), 'yiwang-bench-'))
  chmodSync(folder, 0o755) // started by root, the server runs as somebody else and must get in
  const home = join(folder, 'postgres')
  const postgres = await startEmbeddedPostgres({ folder: home })
  const server = postmasterOf(home)
  try {
    return await run({ lane, postgres, server })
  } finally {
    process.kill(server, 'SIGINT') // whoever is still connected after a failure must not keep it running
    await untilGone(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((wake) => setTimeout(wake, 25))
  }
}
