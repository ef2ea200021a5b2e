import type { Act, Reactions } from '@yiwang/kernel'
import type { LicenceFacts } from '@yiwang/licences'
import { lockCase, type CaseRecord } from './case-store.ts'
import { completeCase } from './complete.ts'
import { deliverCase } from './deliver.ts'
import { can } from './lifecycle.ts'
import { grantedType, produceLicence } from './production.ts'

/** 全程网办 needs nobody at the counter: what is decided is produced, and completes by itself. */
async function finishOnline(act: Act, { caseNumber }: { caseNumber: string }): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (!found || found.onlineMode !== 'full' || !can('complete', found)) return
  if ((await grantedType(act, found)) === undefined) await completeCase(act, found)
  else if (found.licenceIdentifier === undefined) await produceLicence(act, found)
}

/** The sealed licence is in the library: 全程网办 and what was handled at once need nobody to say so. */
async function completeMade(act: Act, { subject }: LicenceFacts): Promise<void> {
  if (subject?.kind !== 'case') return
  const found = await lockCase(act.tx, subject.key)
  if (!found || !can('complete', found)) return
  if (found.onlineMode === 'full' || found.handling === 'instant') await completeCase(act, found)
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
  'case.decided': finishOnline,
  'licence.made': completeMade,
  'case.completed': deliverElectronically,
  'waybill.moved': deliverByCourier,
}
