import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { ratingRoutes } from './rating-routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const interaction: Module = {
  name: 'interaction',
  routes: ratingRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: { 'zh-CN': chinese, en: english },
}
