import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres, type Settings } from '@yiwang/kernel'

export const embeddedFolder = (settings: Settings) => join(settings.folder, 'postgres')

/** The database of the settings: the server they name, or the embedded one in the installation's folder. */
export async function databaseOf(settings: Settings): Promise<{ url: string; embedded?: EmbeddedPostgres; stop(): Promise<void> }> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, stop: () => Promise.resolve() }
  const postgres = await startEmbeddedPostgres({ folder: embeddedFolder(settings) })
  return { url: await postgres.database('yiwang'), embedded: postgres, stop: () => postgres.stop() }
}
