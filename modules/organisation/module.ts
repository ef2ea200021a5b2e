import type { Module } from '@yiwang/kernel'
import './events.ts'
import './generated/tables.ts'
import { organisationPermissions } from './permissions.ts'
import { organisationProblems } from './problems.ts'
import { organisationRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const organisation: Module = {
  name: 'organisation',
  routes: organisationRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions: organisationPermissions,
  problems: organisationProblems,
  words: { 'zh-CN': chinese, en: english },
}
