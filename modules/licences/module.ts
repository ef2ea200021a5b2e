import type { Module } from '@yiwang/kernel'
import { announcements } from './announcements.ts'
import type {} from './events.ts'
import { makeLicence, makeWaitingLicences } from './make-licence.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { remindOfExpiry } from './remind.ts'
import { licenceRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const licences: Module = {
  name: 'licences',
  routes: licenceRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: { 'zh-CN': chinese, en: english },
  reactions: announcements,
  jobs: {
    'licences.make': { run: (work, { licenceId, version }) => makeLicence(work, licenceId, version) },
    'licences.makeWaiting': { cron: '* * * * *', run: (work) => makeWaitingLicences(work) },
    'licences.remind': { cron: '0 8 * * *', run: (work) => remindOfExpiry(work) },
  },
}
