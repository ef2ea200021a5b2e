import { join } from 'node:path'
import { startEmbeddedPostgres, type Settings } from '@yiwang/kernel'

/** The database of the settings: the server they name, or the embedded one in the installation's folder. */
export async function databaseOf(settings: Settings): Promise<{ url: string; stop(): Promise<void> }> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, stop: () => Promise.resolve() }
  const postgres = await startEmbeddedPostgres({ folder: join(settings.folder, 'postgres') })
  return { url: await postgres.database('yiwang'), stop: () => postgres.stop() }
}
