import { isUtf8 } from 'node:buffer'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Act, Desk, Work } from './act.ts'
import { anyone } from './actor.ts'
import { auditRoutes } from './audit-routes.ts'
import { answerProblem, refuseUnreadable } from './answer-problem.ts'
import { keepDoors } from './doorkeeper.ts'
import type { House } from './house.ts'
import { kernelWords } from './kernel-problems.ts'
import { timeRequests } from './metrics.ts'
import { requestProblem } from './problem.ts'
import { validatorCompiler } from './validation.ts'
import { bookOf } from './words.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Runs an act for a request: opens its transaction, leaves its trace, commits. */
    perform<T>(request: FastifyRequest, run: (act: Act) => Promise<T>): Promise<T>
    /** Work on the asker's behalf that talks to the outside world between acts. */
    work(request: FastifyRequest): Work
    /** Answers a look-up. */
    read<T>(request: FastifyRequest, ask: (desk: Desk) => Promise<T>): Promise<T>
  }
}

/** Where the API begins. */
export const apiPrefix = '/api/v1'

/** The HTTP server of a house: health, metrics, OpenAPI, and the routes of its modules under /api/v1. */
export async function openServer(house: House): Promise<FastifyInstance> {
  const { settings } = house
  const logger: FastifyBaseLogger = house.log
  const book = bookOf([kernelWords, ...house.modules.flatMap((module) => (module.words ? [module.words] : []))])
  const answer = answerProblem(book)
  const app = fastify({
    loggerInstance: logger,
    frameworkErrors: (error, request, reply) => void answer(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseUnreadable(book),
    trustProxy: settings.trustProxy || false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  })
  app.setErrorHandler(answer)
  app.setNotFoundHandler((request, reply) => answer(requestProblem.notFound(), request, reply))
  timeRequests(app, house.metrics.registry)
  logAnswers(app)
  readAway(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { 'script-src': ["'self'"], 'img-src': ["'self'", 'data:', 'blob:'], 'upgrade-insecure-requests': null },
    },
    hsts: settings.publicUrl.startsWith('https:'),
  })
  await app.register(cookie)
  healthRoutes(app, house)
  await app.register(async (api) => openApi(api, house), { prefix: apiPrefix })
  return app
}

async function openApi(api: FastifyInstance, house: House): Promise<void> {
  api.setValidatorCompiler(validatorCompiler as never)
  if (house.settings.requestsPerMinute > 0) {
    await api.register(rateLimit, {
      max: house.settings.requestsPerMinute,
      timeWindow: 60_000,
      errorResponseBuilder: () => requestProblem.tooMany(),
    })
  }
  await api.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Yiwang (一网)', version: '1' }, servers: [{ url: '/' }] } })
  await api.register(multipart, { limits: { fileSize: house.settings.uploadLimit + 1, files: 1, fields: 20, fieldSize: 65_536 } })
  keepSignedBodies(api)
  api.decorate('perform', <T>(request: FastifyRequest, run: (act: Act) => Promise<T>) => house.perform(occasionOf(request), run))
  api.decorate('read', <T>(request: FastifyRequest, ask: (desk: Desk) => Promise<T>) => house.read(request.by ?? anyone, ask))
  api.decorate('work', (request: FastifyRequest) => house.work(request.by))
  keepDoors(api, house, house.permissions)
  await api.register(auditRoutes)
  for (const module of house.modules) if (module.routes) await api.register(module.routes)
  api.get('/openapi.json', { config: { may: 'kernel.open' }, schema: { hide: true } }, async () => api.swagger())
  api.all('/*', { config: { may: 'kernel.open' }, schema: { hide: true } }, async () => {
    throw requestProblem.notFound()
  })
}

/** JSON as Fastify reads it, prototype poisoning and other encodings refused; where a signature is checked its bytes are kept. */
function keepSignedBodies(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error')
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (request.routeOptions.config.signed) request.signedBytes = body
    if (isUtf8(body)) void parse(request, body.toString('utf8'), done)
    else done(requestProblem.invalid())
  })
}

const longestKey = 100
const keyTooLong = { keyword: 'maxLength', instancePath: '/idempotency-key', schemaPath: '', params: { limit: longestKey } }

function occasionOf(request: FastifyRequest) {
  const { routeOptions, by, params, body, headers } = request
  const schema = routeOptions.schema
  const key = headers['idempotency-key']
  const keep = typeof key === 'string' && key.length > 0 && by.kind !== 'anyone' && !routeOptions.config.secretAnswer
  if (keep && key.length > longestKey) throw requestProblem.invalid({ errors: [keyTooLong] })
  return {
    act: `${routeOptions.config.may}#${schema?.operationId ?? routeOptions.url}`,
    by,
    subject: params as Record<string, unknown>,
    input: body,
    ...(keep ? { idempotencyKey: key } : {}),
  }
}

/** What is still on its way when a request was answered is read away: an upload that was refused would otherwise hold its connection open. */
function readAway(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ raw }) => {
    if (!raw.readableEnded) raw.unpipe().resume()
  })
}

/** One line an answer, named by its route. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const line = { method, route: routeOptions.url ?? '-', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) }
    if (reply.statusCode >= 500) request.log.error(line)
    else if (method !== 'GET' || routeOptions.url?.startsWith(apiPrefix)) request.log.info(line)
    else request.log.debug(line)
  })
}

function healthRoutes(app: FastifyInstance, house: House): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) =>
    (await house.ready())
      ? {
          status: 'ready',
          working: [...house.working].map(([name, progress]) => ({ name, ...progress })),
          troubles: await house.troubles(),
        }
      : reply.code(503).send({ status: 'notReady' }),
  )
  app.get('/metrics', async (_request, reply) =>
    reply.type(house.metrics.registry.contentType).send(await house.metrics.registry.metrics()),
  )
}
