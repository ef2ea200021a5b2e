import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { announcements } from './announcements.ts'
import { forget } from './forget.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { identityRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const identity: Module = {
  name: 'identity',
  routes: identityRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: { 'zh-CN': chinese, en: english },
  reactions: announcements,
  jobs: { 'identity.forget': { cron: '41 2 * * *', run: forget } },
}
