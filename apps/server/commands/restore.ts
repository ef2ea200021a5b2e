import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { restoreEmbeddedPostgres, type Settings } from '@yiwang/kernel'
import { embeddedFolder } from '../database.ts'
import { checkInventory } from './inventory.ts'
import { pgProgram } from './pg-program.ts'
import { verify } from './verify.ts'

/**
 * `yiwang restore FOLDER`: a copy becomes an installation, where there is none yet; nothing is overwritten. In the end the audit chain is walked.
 * @returns 1 when the chain is broken
 * @throws Error when the copy is not whole or altered, or something is there already
 */
export async function restore(settings: Settings, folder: string): Promise<number> {
  await checkInventory(folder)
  if (existsSync(settings.folder) && readdirSync(settings.folder).length > 0) throw new Error(`${settings.folder} is not empty`)
  restoreDatabase(settings, folder)
  cpSync(join(folder, 'folder'), settings.folder, { recursive: true })
  return verify(settings)
}

function restoreDatabase(settings: Settings, folder: string): void {
  const [dump, cluster] = [join(folder, 'database.dump'), join(folder, 'postgres')]
  if (!settings.databaseUrl && existsSync(cluster)) restoreEmbeddedPostgres({ folder: embeddedFolder(settings) }, cluster)
  else if (settings.databaseUrl && existsSync(dump)) pgProgram('pg_restore', settings.databaseUrl, ['--exit-on-error', '--no-owner', dump])
  else if (settings.databaseUrl) throw new Error('this is a copy of an embedded database: restore it without DATABASE_URL')
  else throw new Error('this is a copy of a database server: set DATABASE_URL to an empty database')
}
