import { flowOf } from '@yiwang/catalogue'
import type { Act, Work } from '@yiwang/kernel'
import { fireTimer } from '@yiwang/workflow'
import { changeCase, lockCase } from './case-store.ts'
import { clearTimers, dueTimers, findFlow, listTimers, type DueTimer } from './flow-store.ts'
import { nodeOf } from './flow-time.ts'
import { takeStep } from './flow.ts'
import { handlerOf } from './handler.ts'
import { inTurn } from './in-turn.ts'
import { can } from './lifecycle.ts'
import { noteStep } from './step-store.ts'

/** Timers of flows that are due (定时事件, 逾期未复). */
export function fireDueTimers(work: Work): Promise<void> {
  const now = work.now()
  return inTurn<DueTimer>(work, 'cases.fireTimer', (tx, after) => dueTimers(tx, now, after), fire)
}

/** One that another took away meanwhile, or whose case stands still, is left alone. */
async function fire(act: Act, { caseNumber, timerId }: DueTimer): Promise<void> {
  const [found, flow] = [await lockCase(act.tx, caseNumber), await findFlow(act.tx, caseNumber)]
  if (!found || !flow || !can('completeTask', found)) return
  if (!(await listTimers(act.tx, caseNumber)).some((one) => one.timerId === timerId && one.fires <= act.now)) return
  const { definition } = await flowOf(act.tx, flow.key, flow.version)
  await takeStep(act, found, flow, (steps, time) => fireTimer(steps, flow.state, timerId, time))
  // a timer that goes off once has gone off, whether or not it interrupted anything
  await clearTimers(act, caseNumber, [timerId])
  const changed = await changeCase(act, found, {})
  const name = nodeOf(definition, timerId)?.name ?? ''
  await noteStep(act, changed, { name: name === '' ? '定时' : name, act: 'fireTimer', by: await handlerOf(act) })
}
