import formbody from '@fastify/formbody'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openAgenda } from './agenda.ts'
import { assetRoutes } from './assets.ts'
import { openBooks } from './books.ts'
import { openCallbacks } from './callbacks.ts'
import { keepRawBodies } from './caller.ts'
import { caRoutes } from './ca/routes.ts'
import { courierRoutes } from './courier/routes.ts'
import { homeRoutes } from './home.ts'
import { messageRoutes } from './messages/routes.ts'
import { modeRoutes } from './mode-routes.ts'
import { openModes } from './modes.ts'
import { sendPage, html } from './page.ts'
import { paymentRoutes } from './payments/routes.ts'
import { Problem } from './problems.ts'
import { registerRoutes } from './registers/routes.ts'
import type { Clock, SandboxSecrets, World } from './world.ts'

export type { Clock, SandboxSecrets } from './world.ts'
export { chance, type Chance } from './registers/chance.ts'
export { demoPassword, numbersWithAccount } from './registers/demo-accounts.ts'
export { registers, type Registers } from './registers/registers.ts'

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number
  host?: string
  /** Where browsers find it, when that is not the address it listens at. */
  publicUrl?: string
  /** Where the journal is kept; without it everything is forgotten at the end. */
  folder?: string
  clock?: Clock
  secrets: SandboxSecrets
  /** Who may sign requests; `yiwang` unless said otherwise. */
  callers?: readonly string[]
  /** Hosts that may be called back and returned to; this machine unless said otherwise. */
  allowedHosts?: readonly string[]
  /** Let time run by itself (true); a test that holds the clock calls `runDue`. */
  ticking?: boolean
}

export type Sandbox = {
  app: FastifyInstance
  address: string
  /** Does at once whatever is due: callbacks, automatic steps, held answers. Resolves when it is done. */
  runDue: () => Promise<void>
  close: () => Promise<void>
}

/** Opens the outside world: registers, messages, payments, courier, certificates, over real HTTP. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const app = newServer()
  const listening = (): string => {
    const { port, address } = app.server.address() as AddressInfo
    return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  }
  const world = openWorld(options, () => options.publicUrl ?? listening())
  keepRawBodies(app)
  await app.register(formbody, { bodyLimit: 16 * 1024 })
  await modeRoutes(app, world)
  await app.register(assetRoutes)
  await app.register(homeRoutes)
  await app.register(registerRoutes, { world })
  await app.register(messageRoutes, { world })
  await app.register(paymentRoutes, { world })
  await app.register(courierRoutes, { world })
  await app.register(caRoutes, {
    clock: world.clock,
    publicUrl: world.publicUrl,
    ...(options.folder === undefined ? {} : { folder: join(options.folder, 'ca') }),
  })
  app.addHook('preClose', async () => {
    world.agenda.stop()
    world.callbacks.stop()
  })
  await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' })
  if (options.ticking ?? true) world.agenda.start()
  return { app, address: listening(), runDue: () => world.agenda.runDue(), close: () => app.close() }
}

function openWorld(options: SandboxOptions, publicUrl: () => string): World {
  const clock = options.clock ?? { now: () => new Date() }
  const books = openBooks(options.folder)
  const agenda = openAgenda()
  const base = { clock, books, agenda, secrets: options.secrets, modes: openModes(books) }
  return {
    ...base,
    publicUrl,
    callbacks: openCallbacks(base),
    callers: options.callers ?? ['yiwang'],
    allowedHosts: options.allowedHosts ?? ['127.0.0.1', 'localhost', '[::1]'],
  }
}

function newServer(): FastifyInstance {
  const app = Fastify({
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = error instanceof Problem ? error : problemOf(error)
    if (request.headers.accept?.startsWith('text/html') === true) {
      return sendPage(reply, { title: problem.message, body: html`<p><a href="/">返回首页</a></p>`, narrow: true }, problem.status)
    }
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
  app.setNotFoundHandler(() => {
    throw new Problem('path.unknown')
  })
  return app
}

function problemOf(error: FastifyError): Problem {
  if (error.validation !== undefined) return new Problem('request.invalid', { detail: error.message })
  if (error.statusCode === 413) return new Problem('request.tooLarge')
  if (error.statusCode === 415) return new Problem('request.unsupported')
  if (error.statusCode !== undefined && error.statusCode < 500) return new Problem('request.invalid')
  return new Problem('sandbox.broken')
}
