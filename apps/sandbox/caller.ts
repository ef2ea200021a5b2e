import type { FastifyInstance, FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { Problem } from './problems.ts'
import { signatureMatches } from './signature.ts'
import type { Service, World } from './world.ts'

/** The bytes as they came, for the signature. */
const bytesOf = new WeakMap<FastifyRequest, Buffer>()

const ALLOWED_SKEW_MS = 5 * 60 * 1000
const NONCE = /^[A-Za-z0-9_-]{16,64}$/

/** Keeps the bytes of JSON bodies beside the parsed value: what was signed is what came, not what we make of it. */
export function keepRawBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    bytesOf.set(request, body)
    void parse(request, body.toString('utf8'), done)
  })
}

/** Refuses unsigned, wrongly signed, stale and repeated requests; runs before the body is even looked at. */
export function signedBy(world: World, service: Service): (request: FastifyRequest) => Promise<void> {
  const nonces = world.books.open<{ usedAt: string }>('nonces')
  return async (request) => {
    const { appId, timestamp, nonce, signature } = signatureHeaders(request)
    if (!world.callers.includes(appId)) throw new Problem('caller.unknown')
    const parts = { appId, method: request.method, target: request.url, timestamp, nonce, body: bytesOf.get(request) ?? '' }
    if (!signatureMatches(world.secrets[service], parts, signature)) throw new Problem('signature.wrong')
    const age = Math.abs(world.clock.now().getTime() - Date.parse(timestamp))
    if (!(age <= ALLOWED_SKEW_MS)) throw new Problem('signature.stale')
    const key = `${service}/${appId}/${nonce}`
    if (!NONCE.test(nonce)) throw new Problem('signature.missing', { header: 'x-nonce' })
    if (nonces.get(key) !== undefined) throw new Problem('signature.replayed')
    nonces.put(key, { usedAt: world.clock.now().toISOString() })
    // a stamp may lie as far ahead as behind: after twice the skew the time stamp itself refuses it
    const horizon = new Date(world.clock.now().getTime() - 2 * ALLOWED_SKEW_MS).toISOString()
    nonces.forgetOldest((one) => one.usedAt < horizon)
  }
}

function signatureHeaders(request: FastifyRequest): Record<'appId' | 'timestamp' | 'nonce' | 'signature', string> {
  const header = (name: string): string => {
    const value = request.headers[name]
    if (typeof value !== 'string' || value === '') throw new Problem('signature.missing', { header: name })
    return value
  }
  return { appId: header('x-app-id'), timestamp: header('x-timestamp'), nonce: header('x-nonce'), signature: header('x-signature') }
}

/** The message gateway knows its customers by a plain key, as such gateways do. */
export function keyHolder(key: string): (request: FastifyRequest) => Promise<void> {
  const expected = Buffer.from(`Bearer ${key}`)
  return async (request) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('key.wrong')
  }
}

/** Whose request this is, once its signature has been found right. */
export const callerOf = (request: FastifyRequest): string => String(request.headers['x-app-id'])
