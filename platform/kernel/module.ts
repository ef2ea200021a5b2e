import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Act, Events, Jobs, Work } from './act.ts'
import type { Permissions } from './permissions.ts'
import type { Words } from './words.ts'

export type Reactions = { readonly [N in keyof Events]?: (act: Act, body: Events[N]) => Promise<void> }

export interface Job<Data> {
  /** Five-field cron in Asia/Shanghai; without it the job runs when enqueued. */
  cron?: string
  run(work: Work, data: Data): Promise<void>
}
export type JobTable = { readonly [N in keyof Jobs]?: Job<Jobs[N]> }

/** What a module gives the house. */
export interface Module {
  /** Also its schema in the database and the first part of its permissions. */
  name: string
  routes?: FastifyPluginAsyncTypebox
  migrations?: URL
  permissions?: Permissions
  reactions?: Reactions
  jobs?: JobTable
  problems?: Readonly<Record<string, number>>
  words?: Words
}
