/** The command `yiwang`. */
import { parseArgs } from 'node:util'
import { readSettings, settingTable } from '@yiwang/kernel'
import { openInstallation } from './composition.ts'
import { listDemoAccounts } from './commands/demo-accounts.ts'
import { closeOnSignal, serve, type Role } from './commands/serve.ts'
import { start } from './commands/start.ts'
import { verify } from './commands/verify.ts'

const usage = `yiwang start                         everything: database, server, workers, sandbox, demo
yiwang serve [--role all|api|worker] the server, the workers, or both
yiwang migrate                       bring the database up to date
yiwang verify                        check the audit chain
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
