import { tmpdir } from 'node:os'
import type { EmbeddedPostgres } from '@yiwang/kernel'
import { startThrowawayPostgres } from '@yiwang/kernel/embedded'
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
  const postgres = await startThrowawayPostgres({ parent: lane === 'cpu' ? '/dev/shm' : tmpdir(), durable: true })
  try {
    return await run({ lane, postgres, server: postmasterOf(postgres.home) })
  } finally {
    await postgres.stop()
  }
}
