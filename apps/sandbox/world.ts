import type { Agenda } from './agenda.ts'
import type { Books } from './books.ts'
import type { Callbacks } from './callbacks.ts'
import { Problem } from './problems.ts'
import type { Modes } from './modes.ts'

export type Clock = { now(): Date }

/** What callers prove themselves with, one secret for each outside body. */
export type SandboxSecrets = { registers: string; messages: string; payments: string; courier: string }
export type Service = keyof SandboxSecrets

/** What every outside body of the sandbox needs. */
export type World = {
  clock: Clock
  books: Books
  modes: Modes
  agenda: Agenda
  callbacks: Callbacks
  secrets: SandboxSecrets
  callers: readonly string[]
  allowedHosts: readonly string[]
  /** Where a browser finds this sandbox. */
  publicUrl: () => string
}

/** Addresses to call back or to send a browser to: only hosts named at the start, so that nobody is led elsewhere. */
export function requireAllowedHost(world: Pick<World, 'allowedHosts'>, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const web = url?.protocol === 'http:' || url?.protocol === 'https:'
  const allowed = url !== undefined && (world.allowedHosts.includes(url.host) || world.allowedHosts.includes(url.hostname))
  if (!web || !allowed || url.username !== '' || url.password !== '') throw new Problem('host.notAllowed', { address })
}
