import type { Actor, Authenticate, House } from '@yiwang/kernel'
import { findStaff, grantsOf, rolesOf } from '@yiwang/organisation'
import type { FastifyRequest } from 'fastify'
import { findAccount } from '../accounts/account-store.ts'
import { findSession, keyOfToken, noteSeen, type Session } from './session-store.ts'

export const userCookie = 'yiwang_session'
export const staffCookie = 'yiwang_staff'

const minute = 60_000
const limits = { user: { idle: 120 * minute, whole: 7 * 24 * 60 * minute }, staff: { idle: 30 * minute, whole: 12 * 60 * minute } } as const
/** Rights withdrawn elsewhere are gone here after this long at the latest. */
const freshFor = 5000
const mostRemembered = 10_000

interface Remembered {
  actor: Actor
  until: number
}

/**
 * Who a request comes from: the bearer token, or the cookie of the app it comes from (the console names itself; everything
 * else is a person's). Sessions end after idle time and after a working day (staff) or a week (users).
 */
export function authenticateBy(house: House): Authenticate {
  const remembered = new Map<string, Remembered>()
  return async (request) => {
    const token = tokenOf(request)
    if (token === undefined) return undefined
    const key = keyOfToken(token)
    const now = house.clock.now()
    const known = remembered.get(key)
    if (known && isFresh(known, now)) return known.actor
    remembered.delete(key)
    const actor = await actorOf(house, key, now)
    if (actor && mayRemember(actor) && remembered.size < mostRemembered) remembered.set(key, { actor, until: now.getTime() + freshFor })
    if (remembered.size >= mostRemembered) remembered.clear()
    return actor
  }
}

/** Of a moment that has not come yet nothing is remembered: the clock was set back. */
const isFresh = ({ until }: Remembered, now: Date) => until > now.getTime() && until - now.getTime() <= freshFor

/** A level that a card check has just given counts at once (实名核验), so those who have yet to reach it are read each time. */
const mayRemember = ({ kind, level = 0 }: Actor) => kind !== 'user' || level >= 2

export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return bearer
  const ofConsole = request.headers['x-yiwang-app'] === 'console'
  return request.cookies[ofConsole ? staffCookie : userCookie]
}

async function actorOf(house: House, key: string, now: Date): Promise<Actor | undefined> {
  const session = await findSession(house.db, key)
  if (!session || isOver(session, now)) return undefined
  if (Math.abs(now.getTime() - Date.parse(session.seenAt)) > minute) await noteSeen(house.db, key, now)
  return session.kind === 'user' ? userOf(house, session) : staffOf(house, session)
}

function isOver({ kind, startedAt, seenAt }: Session, now: Date): boolean {
  return now.getTime() - Date.parse(seenAt) > limits[kind].idle || now.getTime() - Date.parse(startedAt) > limits[kind].whole
}

async function userOf(house: House, session: Session): Promise<Actor | undefined> {
  const account = await findAccount({ tx: house.db, settings: house.settings }, session.holderId)
  return account && { kind: 'user', id: account.id, grants: [], level: account.level, channel: session.channel, session: session.key }
}

async function staffOf(house: House, { holderId, channel, key }: Session): Promise<Actor | undefined> {
  const actor = await staffActor(house, holderId, channel)
  return actor && { ...actor, session: key }
}

/** A member of staff with what he may do as of now; nobody where he is disabled. */
export async function staffActor(house: Pick<House, 'db'>, staffId: string, channel: string): Promise<Actor | undefined> {
  const staff = await findStaff(house.db, staffId)
  if (!staff?.enabled) return undefined
  const [grants, held] = [await grantsOf(house.db, staff.id), await rolesOf(house.db, staff.id)]
  return {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
    staffNumber: staff.staffNumber,
    body: staff.bodyCode,
    division: staff.division,
    posts: staff.posts,
    roles: held.map(({ code }) => code),
    grants,
    channel,
  }
}
