import type { Work } from '@yiwang/kernel'
import { Problem } from '@yiwang/kernel'
import { fireTimer } from '@yiwang/workflow'
import { changeCase, lockCase } from './case-store.ts'
import { dueTimers, findFlow } from './flow-store.ts'
import { takeStep } from './flow.ts'
import { can } from './lifecycle.ts'

/** Timers of flows that are due (定时事件): each in an act of its own; one that cannot fire does not hold up the others. */
export async function fireDueTimers(work: Work): Promise<void> {
  const due = await work.read(({ tx, now }) => dueTimers(tx, now, 500))
  for (const { caseNumber, timerId } of due) {
    try {
      await work.perform('cases.fireTimer', async (act) => {
        const [found, flow] = [await lockCase(act.tx, caseNumber), await findFlow(act.tx, caseNumber)]
        if (!found || !flow || !can('completeTask', found)) return
        await takeStep(act, found, flow, (definition, time) => fireTimer(definition, flow.state, timerId, time))
        await changeCase(act, found, {})
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}
