import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '@yiwang/kernel'
import { databaseOf } from '../database.ts'
import { writeInventory } from './inventory.ts'
import { pgProgram } from './pg-program.ts'

/**
 * `yiwang backup FOLDER`: database first, files after it, so that each file a row speaks of is in the copy (files are kept before the row that
 * names them commits, and are never changed). The inventory comes last: a copy without one is not whole.
 */
export async function backup(settings: Settings, folder: string): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await copyDatabase(settings, folder)
  copyFiles(settings, folder)
  const { files, bytes } = await writeInventory(folder)
  console.log(`${files} files, ${Math.ceil(bytes / 1_000_000)} MB in ${folder}`)
  if (settings.s3Url)
    console.log(`The files of the bucket ${settings.s3Bucket} are not in it: copy the bucket by its own means, after this.`)
  return 0
}

async function copyDatabase(settings: Settings, folder: string): Promise<void> {
  if (settings.databaseUrl)
    return pgProgram('pg_dump', settings.databaseUrl, ['--format=custom', `--file=${join(folder, 'database.dump')}`])
  const { embedded, stop } = await databaseOf(settings)
  try {
    mkdirSync(join(folder, 'postgres'), { mode: 0o700 })
    await embedded?.backUp(join(folder, 'postgres'))
  } finally {
    await stop()
  }
}

/** What else is in the installation's folder. */
function copyFiles(settings: Settings, folder: string): void {
  const others = readdirSync(settings.folder).filter((name) => name !== 'postgres')
  mkdirSync(join(folder, 'folder'))
  for (const name of others) cpSync(join(settings.folder, name), join(folder, 'folder', name), { recursive: true })
}
