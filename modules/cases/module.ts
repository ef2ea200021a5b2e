import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { announcements } from './announcements.ts'
import { routes } from './routes.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { applicationJobs } from './sweeps.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const cases: Module = {
  name: 'cases',
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  reactions: announcements,
  jobs: applicationJobs,
  words: { 'zh-CN': chinese, en: english },
}
