/** The command `yiwang`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings, settingTable } from '@yiwang/kernel'
import { openInstallation } from './composition.ts'
import { backup } from './commands/backup.ts'
import { listDemoAccounts } from './commands/demo-accounts.ts'
import { found } from './commands/found.ts'
import { restore } from './commands/restore.ts'
import { closeOnSignal, serve, type Role } from './commands/serve.ts'
import { start } from './commands/start.ts'
import { verify } from './commands/verify.ts'

const usage = `yiwang start                         everything: database, server, workers, sandbox, demo
yiwang serve [--role all|api|worker] the server, the workers, or both
yiwang migrate                       bring the database up to date
yiwang found FILE                    the first offices and administrators of a new installation
yiwang verify                        check the audit chain
yiwang backup FOLDER                 a copy of everything, while people go on working
yiwang restore FOLDER                the copy becomes an installation; only where there is none
yiwang demo accounts [--json]        who can sign in to the demo
yiwang settings                      list the settings`

async function run(): Promise<number | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', default: 'all' }, json: { type: 'boolean', default: false } },
  })
  const [command = 'start', part] = positionals
  const settings = readSettings()
  switch (command) {
    case 'start':
      closeOnSignal(await start(settings))
      return undefined
    case 'serve':
      closeOnSignal(await serve(settings, roleOf(values.role)))
      return undefined
    case 'migrate':
      await (await openInstallation({ settings, works: false })).close()
      return 0
    case 'verify':
      return verify(settings)
    case 'found':
      return found(settings, fileOf(part))
    case 'backup':
      return backup(settings, folderOf(part))
    case 'restore':
      return restore(settings, folderOf(part))
    case 'demo':
      if (part !== 'accounts') throw new RangeError('yiwang demo accounts [--json]')
      return listDemoAccounts(values.json)
    case 'settings':
      for (const setting of Object.values(settingTable)) console.log(`${setting.env.padEnd(22)} ${setting.says}`)
      return 0
    default:
      console.error(usage)
      return 2
  }
}

function folderOf(text: string | undefined): string {
  if (text === undefined) throw new RangeError('yiwang backup FOLDER, yiwang restore FOLDER')
  return resolve(text)
}

function fileOf(text: string | undefined): string {
  if (text === undefined) throw new RangeError('yiwang found FILE')
  return resolve(text)
}

function roleOf(text: string): Role {
  if (text === 'all' || text === 'api' || text === 'worker') return text
  throw new RangeError('--role is all, api or worker')
}

try {
  const status = await run()
  if (status !== undefined) process.exit(status)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
