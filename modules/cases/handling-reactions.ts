import type { Act, Reactions } from '@yiwang/kernel'
import type { LicenceFacts } from '@yiwang/licences'
import { lockCase } from './case-store.ts'
import { completeCase } from './complete.ts'
import { failDelivery } from './fail-delivery.ts'
import { can } from './lifecycle.ts'
import { linkCase, linkCasesOf } from './link-account.ts'
import { grantedType, produceLicence } from './production.ts'
import { sendOff } from './send-off.ts'

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

/** Completed, paid, or moved by the courier: the result goes on its way, or is there. */
async function sendOn(act: Act, caseNumber: string): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (found) await sendOff(act, found)
}

interface AboutCase {
  subject: { kind: string; key: string }
}

async function sendOnSubject(act: Act, { subject }: AboutCase): Promise<void> {
  if (subject.kind === 'case') await sendOn(act, subject.key)
}

export const handlingReactions: Reactions = {
  // Both sides look for the other after they are committed, so that of two at once the later finds the earlier.
  'case.submitted': async (act, { caseNumber, accountId }) => (accountId === null ? linkCase(act, caseNumber) : undefined),
  'account.registered': (act, { accountId }) => linkCasesOf(act, accountId),
  'account.levelRaised': (act, { accountId }) => linkCasesOf(act, accountId),
  'case.decided': finishOnline,
  'licence.made': completeMade,
  'case.completed': (act, { caseNumber }) => sendOn(act, caseNumber),
  'payment.settled': sendOnSubject,
  'waybill.moved': async (act, moved) => {
    await failDelivery(act, moved)
    await sendOnSubject(act, moved)
  },
}
