import { newId, type Act } from '@yiwang/kernel'
import { getActiveBody } from '../bodies/body-store.ts'
import type { Counter, CounterInput } from '../contract.ts'
import { hallProblem as problem } from '../problems.ts'
import { getHallToManage, insertCounter } from './hall-store.ts'

/** A counter (窗口) in a hall: one-stop, or of one body. */
export async function registerCounter(act: Act, hallId: string, input: CounterInput): Promise<Counter> {
  const hall = await getHallToManage(act, hallId)
  if (input.kind === 'body' && input.bodyCode === undefined) throw problem.counterBodyMissing()
  if (input.bodyCode !== undefined) await getActiveBody(act.tx, input.bodyCode)
  const counter: Counter = { id: newId(), hallId, ...input, state: 'open' }
  await insertCounter(act.tx, counter)
  await act.publish('hall.changed', { hallId, division: hall.division })
  return counter
}
