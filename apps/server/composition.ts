import { authenticateBy } from '@yiwang/identity'
import { openHouse, migrateHouse, openLog, systemClock, type Clock, type House, type Log, type Settings } from '@yiwang/kernel'
import { databaseOf } from './database.ts'
import { inTurns, type Turnstile } from './demo/history/turns.ts'
import { modules } from './modules.ts'
import { composeOutside, storageTroubles } from './outside.ts'

export interface OpenInstallation {
  house: House
  databaseUrl: string
  close(): Promise<void>
}

export interface InstallationOptions {
  settings: Settings
  works: boolean
  clock?: Clock
  log?: Log
  connections?: number
  /** Whom the rounds of the modules take turns with. */
  turns?: Turnstile | undefined
}

/** Opens database and house, brought up to date. What was opened last is closed first. */
export async function openInstallation({ settings, works, turns, ...rest }: InstallationOptions): Promise<OpenInstallation> {
  const log = rest.log ?? openLog(settings.logLevel, settings.logFile)
  const database = await databaseOf(settings)
  try {
    const ran = await migrateHouse(database.url, modules)
    if (ran.length > 0) log.info({ ran }, 'database brought up to date')
    const outside = composeOutside(settings, rest.clock ?? systemClock)
    const house = await openHouse({
      settings,
      databaseUrl: database.url,
      modules: turns ? inTurns(modules, turns) : modules,
      outside,
      troubles: () => storageTroubles(outside.storage, settings),
      authenticate: authenticateBy,
      works,
      log,
      ...rest,
    })
    return {
      house,
      databaseUrl: database.url,
      close: async () => {
        await house.close()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
