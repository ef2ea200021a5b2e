import { ProblemError } from '@yiwang/api-client'

/** What is not there (yet) is nothing, not an error. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null
    throw error
  }
}
