import { ProblemError, type ProblemFacts } from '@yiwang/api-client'
import { t, tOf } from '../words/index.ts'

export interface SaidProblem {
  title: string
  /** What is wrong where, in the order the server found it. */
  fields: readonly { pointer: string; message: string }[]
  code: string
  errorId?: string
}

/** A refusal in words: the server's own, or ours where no server answered. */
export function sayProblem(error: unknown): SaidProblem {
  if (!(error instanceof ProblemError)) return { title: t('page.failed'), fields: [], code: 'client.failed' }
  const { problem } = error
  const { errorId } = problem
  return {
    title: problem.title || ownWords(problem),
    fields: problem.errors,
    code: problem.type,
    ...(typeof errorId === 'string' ? { errorId } : {}),
  }
}

function ownWords({ type, status }: ProblemFacts): string {
  const text = tOf('problem', type)
  return text === type ? t('problem.network.unreadable', { status }) : text.replace('{status}', String(status))
}
