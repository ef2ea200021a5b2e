import { ProblemError } from '@yiwang/api-client'
import type { FlowTask } from '@yiwang/cases/contract'

export interface Outcome {
  value: string
  label: string
}

/** The ways a task can end, as its flow says; where the task does not carry them, as the server names them when one is missing. */
export function outcomesOf(task: (FlowTask & { outcomes?: readonly Outcome[] }) | undefined, error: unknown): Outcome[] {
  if (task?.outcomes) return task.outcomes.map(({ value, label }) => ({ value, label }))
  if (!(error instanceof ProblemError)) return []
  const { options } = error.problem
  return Array.isArray(options) ? options.flatMap(readOutcome) : []
}

function readOutcome(one: unknown): Outcome[] {
  if (typeof one === 'string') return [{ value: one, label: one }]
  if (typeof one !== 'object' || one === null) return []
  const { value, label } = one as Record<string, unknown>
  return typeof value === 'string' ? [{ value, label: typeof label === 'string' ? label : value }] : []
}
