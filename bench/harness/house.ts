import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authenticateBy } from '@yiwang/identity'
import { openHouse, openLog, readSettings, type House, type Outside } from '@yiwang/kernel'
import { modules } from '@yiwang/server'
import { localStore } from '@yiwang/storage'

export { modules }

/** The outside world answers at once: no case in these measurements waits for it. */
function outside(): Outside {
  const delivered = async (message: { id: string }) => ({ outcome: 'delivered' as const, gatewayId: message.id })
  const files = mkdtempSync(join(tmpdir(), 'yiwang-bench-files-'))
  process.once('exit', () => rmSync(files, { recursive: true, force: true }))
  const answers: Partial<Outside> = {
    storage: localStore(files),
    messageGateway: { sms: delivered, email: delivered },
    sealPaper: async (_work, { pdf }) => pdf,
  }
  return answers as Outside
}

export interface BenchHouseOptions {
  log?: string
  connections: number
  works?: boolean
}

/** A house as the product opens it; only the limit of requests from one address is off, since all of them come from here. */
export function openBenchHouse(databaseUrl: string, { connections, works = false, log = 'warn' }: BenchHouseOptions): Promise<House> {
  return openHouse({
    settings: { ...readSettings({}), requestsPerMinute: 0 },
    databaseUrl,
    modules,
    outside: outside(),
    authenticate: authenticateBy,
    connections,
    works,
    log: openLog(log),
  })
}
