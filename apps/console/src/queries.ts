import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'

/** A lawful refusal stays one however often it is asked; only silence is asked again. */
export function asksAgain(failures: number, error: unknown): boolean {
  if (error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500) return false
  return failures < 2
}

export const sessionEnded = (error: unknown) => error instanceof ProblemError && error.problem.status === 401

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSession }),
  defaultOptions: { queries: { retry: asksAgain, staleTime: 15_000, refetchOnWindowFocus: true } },
})

/** Whoever finds the session ended has the house look again who is signed in. */
export function noteSession(error: unknown): void {
  if (sessionEnded(error)) queries.setQueryData(['session', 'ended'], true)
}
