import type { Module } from '@yiwang/kernel'
import './events.ts'
import './generated/tables.ts'
import { bringDueIntoForce } from './implementations/bring-into-force.ts'
import { cataloguePermissions } from './permissions.ts'
import { catalogueProblems } from './problems.ts'
import { rankItems } from './public/use-store.ts'
import { catalogueReactions } from './reactions.ts'
import { catalogueRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const catalogue: Module = {
  name: 'catalogue',
  routes: catalogueRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions: cataloguePermissions,
  problems: catalogueProblems,
  words: { 'zh-CN': chinese, en: english },
  reactions: catalogueReactions,
  jobs: {
    'catalogue.bringIntoForce': { cron: '1 0 * * *', run: bringDueIntoForce },
    'catalogue.rankItems': { cron: '*/10 * * * *', run: (work) => work.perform('catalogue.rankItems', rankItems) },
  },
}
