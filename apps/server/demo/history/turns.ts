import type { Job, JobTable, Module } from '@yiwang/kernel'

/** Lets one in at a time, in the order they came. */
export interface Turnstile {
  pass<T>(run: () => Promise<T>): Promise<T>
}

export function turnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve()
  return {
    pass: (run) => {
      const mine = last.then(run)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

/**
 * The modules with their rounds (deemed acceptance, lapse, timers, papers …) taking turns with whoever else passes the turnstile: a round of
 * today never meets a case of the past that is only half told.
 */
export function inTurns(modules: readonly Module[], turns: Turnstile): readonly Module[] {
  return modules.map((module) => (module.jobs ? { ...module, jobs: roundsInTurns(module.jobs, turns) } : module))
}

function roundsInTurns(jobs: JobTable, turns: Turnstile): JobTable {
  const table = Object.entries(jobs as Record<string, Job<unknown>>).map(([name, job]): [string, Job<unknown>] => [
    name,
    job.cron === undefined ? job : { ...job, run: (work, data) => turns.pass(() => job.run(work, data)) },
  ])
  return Object.fromEntries(table) as JobTable
}
