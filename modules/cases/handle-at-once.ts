import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { acceptCase } from './accept.ts'
import { getCaseForUpdate } from './case-store.ts'
import { completeCase } from './complete.ts'
import type { CaseMoved, HandleAtOnceInput } from './contract.ts'
import { decideCase } from './decide.ts'
import { movedOf } from './facts.ts'
import { listMaterials } from './material-store.ts'
import { grantedType, producedAtHandOver, produceLicence } from './production.ts'
import { problem } from './problems.ts'

/**
 * An instant case (即办件) is accepted, decided and completed in one go by one person at the counter. Each of the three leaves what it leaves
 * otherwise, and what stands against one of them keeps all three from happening: fees due before the decision, say, or a deferred material.
 * A licence has its number at once; its sealed file is made after the commit, and with it the case completes.
 */
export async function handleAtOnce(act: Act, caseNumber: string, input: HandleAtOnceInput): Promise<CaseMoved> {
  const [found, materials] = await Promise.all([
    getCaseForUpdate(act, caseNumber, 'cases.handleAtOnce'),
    listMaterials(act.tx, caseNumber),
    calendarAt(act),
  ])
  if (found.handling !== 'instant') throw problem.notInstant({ caseNumber })
  const { decision, reasons, ...acceptance } = input
  const accepted = await acceptCase(act, found, materials, acceptance, true)
  const decided = await decideCase(act, accepted, { decision, reasons })
  if ((await grantedType(act, decided)) === undefined || (await producedAtHandOver(act, decided)))
    return movedOf(await completeCase(act, decided))
  return movedOf(await produceLicence(act, decided))
}
