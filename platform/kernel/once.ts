import type { Desk } from './act.ts'

const asked = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * What does not change within one act is asked once in it. Whoever will need it later may ask early, beside other questions, so that the answer
 * is there when its turn comes.
 */
export function onceAnAct<T>(desk: Pick<Desk, 'tx'>, question: string, ask: () => Promise<T>): Promise<T> {
  const answers = asked.get(desk) ?? new Map<string, Promise<unknown>>()
  asked.set(desk, answers)
  const before = answers.get(question)
  if (before) return before as Promise<T>
  const answer = ask()
  answers.set(question, answer)
  return answer
}
