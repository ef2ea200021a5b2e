import type { FastifyInstance, FastifyRequest } from 'fastify'
import { anyone, type Actor } from './actor.ts'
import { noteDenied } from './audit.ts'
import type { House } from './house.ts'
import { newId } from './perform.ts'
import { may, type Permissions } from './permissions.ts'
import { requestProblem } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The permission a route needs; every route names one. */
    may?: string
    /** The answer holds a secret and must not be kept for a repeated request. */
    secretAnswer?: boolean
    /** The raw bytes of the body are kept beside it, for checking a signature. */
    signed?: boolean
  }
  interface FastifyRequest {
    by: Actor
    signedBytes?: Buffer
  }
}

/** Asks every request who it is and whether it may, before its body is looked at and after it was counted against the limit of its address. */
export function keepDoors(api: FastifyInstance, house: House, permissions: Permissions): void {
  api.decorateRequest('by')
  api.addHook('onRoute', (route) => {
    const code = route.config?.may
    if (code === undefined) throw new Error(`${String(route.method)} ${route.url} does not say who may`)
    if (!(code in permissions)) throw new Error(`${String(route.method)} ${route.url} names permission ${code}, which no module declares`)
  })
  api.addHook('preParsing', async (request) => {
    refuseCrossSite(request)
    request.by = (await house.authenticate(request)) ?? anyone
    await letIn(house, permissions, request)
  })
}

/** A cookie travels by itself; a request that changes something must come from our own pages or carry its own token. */
function refuseCrossSite(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || !request.headers.cookie || request.headers.authorization) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers.origin
  if (site === undefined && (origin === undefined || hostOf(origin) === request.headers.host)) return
  throw requestProblem.crossSite()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

async function letIn(house: House, permissions: Permissions, request: FastifyRequest): Promise<void> {
  const code = request.routeOptions.config.may ?? ''
  const permission = permissions[code]
  const { by } = request
  if (!permission || may(by, code, permission)) return
  if (by.kind === 'anyone') throw requestProblem.signInNeeded()
  const channel = by.channel === undefined ? {} : { channel: by.channel }
  await noteDenied(house.db, {
    actId: newId(),
    now: house.clock.now(),
    act: code,
    kind: by.kind,
    actor: by.id,
    subject: request.params ?? {},
    ...channel,
  })
  if (permission.heldBy?.includes(by.kind)) throw requestProblem.levelTooLow({ level: permission.level ?? 0 })
  throw requestProblem.notAllowed()
}
