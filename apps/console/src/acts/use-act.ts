import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'
import { useRef } from 'react'
import { noteSession } from '../queries.ts'

interface Act<Input, Answer> {
  send: (input: Input, idempotencyKey: string) => Promise<Answer>
  /** What may have changed and is asked again. */
  changes?: readonly QueryKey[]
  onDone?: (answer: Answer, input: Input) => void
}

/** Does something to the world once: the same input sent again after silence carries the same key. */
export function useAct<Input, Answer>({ send, changes = [], onDone }: Act<Input, Answer>) {
  const client = useQueryClient()
  const keys = useRef(new RepeatKeys())
  const askAnew = () => Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })))
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => send(input, keys.current.keyFor(input)),
    onSuccess: async (answer, input) => {
      keys.current.settle()
      onDone?.(answer, input)
      await askAnew()
    },
    onError: async (error) => {
      if (isSettled(error)) keys.current.settle()
      noteSession(error)
      if (isOvertaken(error)) await askAnew()
    },
  })
}

/** An answer that says the act did not happen; after silence nobody knows. */
function isSettled(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500
}

/** Somebody else was there first: what is on the screen is no longer so. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.status === 409 || error.problem.type === 'case.taskNotFound')
}

/** One key as long as the same input has had no certain answer. */
export class RepeatKeys {
  #last: { input: string; key: string } | undefined

  keyFor(input: unknown): string {
    const text = JSON.stringify(input) ?? ''
    if (this.#last?.input !== text) this.#last = { input: text, key: crypto.randomUUID() }
    return this.#last.key
  }

  settle(): void {
    this.#last = undefined
  }
}
