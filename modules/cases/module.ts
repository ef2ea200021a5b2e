import type { JobTable, Module, Reactions } from '@yiwang/kernel'
import type {} from './events.ts'
import { announcements } from './announcements.ts'
import { archiveEnded } from './archive.ts'
import { fireDueTimers } from './flow-timers.ts'
import { handlingPermissions } from './handling-permissions.ts'
import { handlingProblem } from './handling-problems.ts'
import { handlingReactions } from './handling-reactions.ts'
import handlingChinese from './handling-words.zh-CN.json' with { type: 'json' }
import handlingEnglish from './handling-words.en.json' with { type: 'json' }
import { routes } from './routes.ts'
import { neighbourAnnouncements } from './neighbour-announcements.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { applicationJobs } from './sweeps.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

type Reaction = (act: never, body: never) => Promise<void>

/** Where both the announcer and the handling side listen, each hears: first the matter moves on, then people are told of the event. */
function together(one: Reactions, other: Reactions): Reactions {
  const merged = new Map<string, Reaction>(Object.entries(one) as [string, Reaction][])
  for (const [name, react] of Object.entries(other) as [string, Reaction][]) {
    const first = merged.get(name)
    merged.set(
      name,
      first === undefined
        ? react
        : async (act, body) => {
            await react(act, body)
            await first(act, body)
          },
    )
  }
  return Object.fromEntries(merged) as Reactions
}

const jobs: JobTable = {
  ...applicationJobs,
  'cases.fireTimers': { cron: '* * * * *', run: (work) => fireDueTimers(work) },
  'cases.archive': { cron: '23 * * * *', run: (work) => archiveEnded(work) },
}

export const cases: Module = {
  name: 'cases',
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions: { ...permissions, ...handlingPermissions },
  problems: { ...problem.catalogue, ...handlingProblem.catalogue },
  reactions: together({ ...announcements, ...neighbourAnnouncements }, handlingReactions),
  jobs,
  words: { 'zh-CN': { ...chinese, ...handlingChinese }, en: { ...english, ...handlingEnglish } },
}
