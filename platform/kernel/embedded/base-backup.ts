import { constants, cpSync, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** What PostgreSQL makes anew at every start, or may not be carried into another cluster (documentation, 25.3.4.2). */
const keptEmpty = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']
const leftOut = new Set([...keptEmpty, 'postmaster.pid', 'postmaster.opts'])

/**
 * Copies the data of a running cluster into `folder` while people go on working: what is copied half changed is put right from the log, which is
 * copied last. The copy starts as if the power had failed at the end of the backup.
 * @param url of any database of the cluster, as its owner; `data` is the cluster's folder on this machine.
 */
export async function baseBackup(url: string, data: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const slot = `backup_${process.pid}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]) // keeps the log until it is copied
    await client.query("select pg_backup_start('yiwang', true)")
    copyTables(data, folder)
    const { rows } = await client.query<{ labelfile: string; last: string }>(
      'select labelfile, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
    )
    const [end] = rows
    if (!end) throw new Error('the backup did not end')
    writeFileSync(join(folder, 'backup_label'), end.labelfile, { mode: 0o600 })
    copyLog(data, folder, /\(file ([0-9A-F]{24})\)/.exec(end.labelfile)?.[1] ?? '', end.last)
  } finally {
    await client.end()
  }
}

function copyTables(data: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(data)) {
    if (!leftOut.has(name)) copyWhatIsThere(join(data, name), join(folder, name))
  }
  for (const name of keptEmpty) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
}

/** A table may go while it is being read; then the log says so. */
function copyWhatIsThere(from: string, to: string): void {
  try {
    cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (path) => existsSync(path) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    if (existsSync(from)) copyWhatIsThere(from, to)
  }
}

function copyLog(data: string, folder: string, first: string, last: string): void {
  const names = readdirSync(join(data, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
  if (!names.includes(first) || !names.includes(last)) throw new Error('the log of the backup is not whole; make it again')
  for (const name of names) copyFileSync(join(data, 'pg_wal', name), join(folder, 'pg_wal', name))
}
