import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { missAll } from './miss.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { remindAll } from './remind.ts'
import { hallRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const hall: Module = {
  name: 'hall',
  routes: hallRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: { 'zh-CN': chinese, en: english },
  jobs: {
    'hall.remind': { cron: '*/10 * * * *', run: (work) => remindAll(work) },
    'hall.miss': { cron: '20 * * * *', run: (work) => missAll(work) },
  },
}
