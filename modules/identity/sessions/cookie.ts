import type { Settings } from '@yiwang/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Entrance } from './start-session.ts'

/** The session cookie: no script reads it, no other site sends it along with a change. */
export function giveCookie(reply: FastifyReply, settings: Settings, name: string, token: string): void {
  void reply.setCookie(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.publicUrl.startsWith('https:') })
}

export function takeCookie(reply: FastifyReply, name: string): void {
  void reply.clearCookie(name, { path: '/' })
}

/** Which door and which browser a sign-in came through. */
export function entranceOf(request: FastifyRequest): Entrance {
  const app = request.headers['x-yiwang-app']
  const channel =
    app === 'console' ? 'counter' : app === 'kiosk' ? 'kiosk' : /Mobile/.test(request.headers['user-agent'] ?? '') ? 'phone' : 'portal'
  return { channel, device: deviceOf(request.headers['user-agent'] ?? '') }
}

/** Browser and system in words; the whole line would be a fingerprint nobody needs. */
function deviceOf(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)/.exec(agent)?.[1]?.replace('Edg', 'Edge') ?? '浏览器'
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/.exec(agent)?.[1] ?? ''
  return system === '' ? browser : `${browser} · ${system}`
}
