import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '@yiwang/api-client'
import { NotFound, ReadFailed } from './Failures.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

/** What was looked up, or why not: skeleton, not found, failed. */
export function Read<T>({ query, rows, children }: { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <PageSkeleton {...(rows === undefined ? {} : { rows })} />
  if (query.error instanceof ProblemError && query.error.problem.status === 404) return <NotFound title={query.error.problem.title} />
  return <ReadFailed error={query.error} again={() => void query.refetch()} />
}
