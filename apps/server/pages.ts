import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import { apiPrefix } from '@yiwang/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const folderOf = (app: string) => fileURLToPath(new URL(`../${app}/dist/`, import.meta.url))
const aYear = 31_536_000_000

/** The console: one page, its files under /console/. */
export async function mountConsole(app: FastifyInstance): Promise<void> {
  const root = folderOf('console')
  if (!existsSync(root)) return
  await app.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        prefix: '/',
        wildcard: true,
        maxAge: aYear,
        immutable: true,
        index: false,
        decorateReply: true,
      })
      const page = (_request: FastifyRequest, reply: { sendFile(name: string, options: object): unknown }) =>
        reply.sendFile('index.html', { maxAge: 0, immutable: false })
      scope.get('/', page as never)
      scope.setNotFoundHandler(page as never)
    },
    { prefix: '/console' },
  )
}

type PortalHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void> | void

/** The portal: rendered in this process, asking the API through Fastify itself with the visitor's own cookies. */
export async function mountPortal(app: FastifyInstance, operator: string): Promise<void> {
  const entry = `${folderOf('portal')}server/entry.mjs`
  if (!existsSync(entry)) return
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: PortalHandler }
  const client = `${folderOf('portal')}client/`
  await app.register(fastifyStatic, { root: `${client}assets/`, prefix: '/assets/', maxAge: aYear, immutable: true, decorateReply: false })
  await app.register(fastifyStatic, { root: client, prefix: '/', wildcard: false, maxAge: 3_600_000, decorateReply: false, index: false })
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null)) // forms are read by the page itself
    scope.all('/*', async (request, reply) => {
      reply.hijack()
      const api = (method: string, path: string, options: CallOptions = {}) => ask(app, request, method, path, options)
      await handler(request.raw, reply.raw, (error) => endUnanswered(request, reply.raw, error), { api, operator })
    })
  })
}

interface CallOptions {
  query?: Record<string, unknown>
  body?: unknown
  headers?: Record<string, string>
}

async function ask(
  app: FastifyInstance,
  visitor: FastifyRequest,
  method: string,
  path: string,
  { query = {}, body, headers = {} }: CallOptions,
) {
  const raw = body instanceof Uint8Array
  const payload = body === undefined ? undefined : raw ? Buffer.from(body) : JSON.stringify(body)
  const answer = await app.inject({
    method: method as 'GET',
    url: `${apiPrefix}${path}${queryOf(query)}`,
    remoteAddress: visitor.ip,
    headers: { ...passedOn(visitor), ...(payload !== undefined && !raw ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  const json = /json/.test(answer.headers['content-type'] ?? '')
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: json && answer.body !== '' ? answer.json<unknown>() : answer.rawPayload,
  }
}

function queryOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => [key, one] as const),
  )
  const search = new URLSearchParams(
    pairs.flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  ).toString()
  return search === '' ? '' : `?${search}`
}

/** The page has checked where its form came from; the API then sees a request of our own site. */
function passedOn(visitor: FastifyRequest): Record<string, string> {
  const { cookie, 'accept-language': language, 'user-agent': agent } = visitor.headers
  return {
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
    ...(language ? { 'accept-language': language } : {}),
    ...(agent ? { 'user-agent': agent } : {}),
  }
}

function endUnanswered(request: FastifyRequest, response: ServerResponse, error: unknown): void {
  if (error) request.log.error({ err: error }, 'the portal failed')
  if (!response.headersSent) response.writeHead(error ? 500 : 404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(error ? '页面出错了，请稍后再试。' : '没有找到这个页面。')
}
