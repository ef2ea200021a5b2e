import { openServer, type House, type Settings } from '@yiwang/kernel'
import type { FastifyInstance } from 'fastify'
import { openInstallation } from '../composition.ts'
import type { Turnstile } from '../demo/history/turns.ts'
import { sweepUploads } from '../outside.ts'
import { mountConsole, mountPortal } from '../pages.ts'

export type Role = 'all' | 'api' | 'worker'

export interface Running {
  house: House
  app?: FastifyInstance
  databaseUrl: string
  close(): Promise<void>
}

/** `yiwang serve [--role all|api|worker]`: the server, the workers, or both in one process. */
export async function serve(settings: Settings, role: Role, turns?: Turnstile): Promise<Running> {
  const installation = await openInstallation({ settings, works: role !== 'api', turns })
  const { house, databaseUrl } = installation
  await sweepUploads(settings, house.clock.now())
  if (role === 'worker') return { house, databaseUrl, close: installation.close }
  const app = await openServer(house)
  await mountConsole(app)
  await mountPortal(app, house.settings.operator)
  await app.listen({ port: settings.port, host: settings.host })
  return {
    house,
    databaseUrl,
    app,
    close: async () => {
      await app.close()
      await installation.close()
    },
  }
}

/** Ends gracefully: no new requests, running ones are answered, jobs given back, the database closed last. */
export function closeOnSignal(running: { close(): Promise<void> }): void {
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), 20_000).unref()
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', close)
  process.once('SIGINT', close)
}
