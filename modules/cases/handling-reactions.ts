import type { Act, Reactions } from '@yiwang/kernel'
import { lockCase, type CaseRecord } from './case-store.ts'
import { completeCase } from './complete.ts'
import { deliverCase } from './deliver.ts'
import { can } from './lifecycle.ts'

/** 全程网办 needs nobody at the counter: what is decided completes by itself. */
async function completeOnline(act: Act, { caseNumber }: { caseNumber: string }): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (found && found.onlineMode === 'full' && can('complete', found)) await completeCase(act, found)
}

/** What is wished for electronically is delivered by standing in the applicant's space. */
async function deliverElectronically(act: Act, { caseNumber }: { caseNumber: string }): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (found && found.delivery.method === 'electronic' && found.accountId !== undefined && can('deliver', found))
    await deliverNow(act, found, 'electronic')
}

/** 签收: the courier's word that somebody signed is the delivery. */
async function deliverByCourier(
  act: Act,
  moved: { number: string; subject: { kind: string; key: string }; direction: string; state: string },
): Promise<void> {
  if (moved.subject.kind !== 'case' || moved.direction !== 'delivery' || moved.state !== 'signed') return
  const found = await lockCase(act.tx, moved.subject.key)
  if (found && can('deliver', found)) await deliverNow(act, found, 'courier', moved.number)
}

/** A result still to be paid for waits until it is. */
async function deliverNow(act: Act, found: CaseRecord, method: 'electronic' | 'courier', waybill?: string): Promise<void> {
  await deliverCase(act, found, { method, visits: found.visits, ...(waybill === undefined ? {} : { waybill }) })
}

export const handlingReactions: Reactions = {
  'case.decided': completeOnline,
  'case.completed': deliverElectronically,
  'waybill.moved': deliverByCourier,
}
