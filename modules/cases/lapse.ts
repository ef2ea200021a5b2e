import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { getCaseForUpdate } from './case-store.ts'
import { closeCase } from './close-case.ts'
import { factsOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { can } from './lifecycle.ts'
import { noteStep } from './step-store.ts'

/** Lapse (补正逾期): what was asked for did not come by its day. What was answered meanwhile is left alone. */
export async function lapse(act: Act, caseNumber: string): Promise<void> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.preReview')
  if (!can('lapse', found) || found.correctBy === undefined || found.correctBy >= legalDay(act.now)) return
  const by = await handlerOf(act)
  const reason = `未在${found.correctBy}前补正申请材料`
  const closed = await closeCase(act, found, 'lapsed', { reason, by })
  await noteStep(act, found, { name: '补正逾期', act: 'lapse', by, opinion: reason })
  await act.publish('case.lapsed', factsOf(closed))
}
