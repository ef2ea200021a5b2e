import type { Actor } from './actor.ts'
import type { Tx } from './database.ts'
import type { Permissions } from './permissions.ts'
import type { Settings } from './settings.ts'

/** Every event by name with the shape of its body. A module adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Events {}
/** Every job by name with the shape of its data. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Jobs {}
/** Adapters to the outside world (SMS, payment, registers, files …), handed in when the house is composed. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Outside {}

/** What a look-up needs: somebody asks at a moment. */
export interface Desk {
  tx: Tx
  by: Actor
  now: Date
  outside: Outside
  settings: Settings
  /** Every permission a module of this house declares. */
  permissions: Permissions
}

export interface EnqueueOptions {
  startAfter?: Date
  /** At most one waiting job of this name and key. */
  key?: string
}

/** What an act needs of the world. State, audit entry, events and jobs commit together or not at all. */
export interface Act extends Desk {
  id: string
  /** Tells others; they learn of it after the commit, each once. */
  publish<N extends keyof Events>(name: N, body: Events[N]): Promise<void>
  /** Work to be done after the commit. */
  enqueue<N extends keyof Jobs>(name: N, data: Jobs[N], options?: EnqueueOptions): Promise<void>
}

/** What long work has: it reads, and changes things by acts of its own. */
export interface Work {
  by: Actor
  now(): Date
  outside: Outside
  settings: Settings
  read<T>(ask: (desk: Desk) => Promise<T>): Promise<T>
  perform<T>(act: string, run: (act: Act) => Promise<T>): Promise<T>
}
