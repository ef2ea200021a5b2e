import { startThrowawayPostgres } from '@yiwang/kernel/embedded'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server on which the tests may make databases. */
    postgresUrl: string
  }
}

/** One throwaway PostgreSQL a run; TEST_DATABASE_URL uses a server instead. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return () => Promise.resolve()
  }
  const postgres = await startThrowawayPostgres()
  project.provide('postgresUrl', postgres.url('postgres'))
  return () => postgres.stop()
}
