import { Problem, problems } from '@yiwang/kernel'
import { FileProblem, fileProblemStatus } from '@yiwang/storage'

export const problem = problems('document', { fileMissing: 400, fileNotFound: 404, paperNotFound: 404, libraryFull: 409 })

/** What the file store refuses, as an answer. */
export async function withFileProblems<T>(running: Promise<T>): Promise<T> {
  try {
    return await running
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw new Problem(error.code, fileProblemStatus[error.code] ?? 422, error.details)
  }
}
