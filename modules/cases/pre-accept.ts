import type { Act } from '@yiwang/kernel'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved, OpinionInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { originalsToSee } from './materials.ts'
import { listMaterials } from './material-store.ts'
import { problem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Passing the pre-review (预审通过, 预受理): the applicant is told to come with the originals. Only where the item is handled so. */
export async function preAccept(act: Act, caseNumber: string, { opinion }: OpinionInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.preReview')
  requireLawful('preAccept', found)
  if (found.onlineMode !== 'preview') throw problem.notPreviewed({ onlineMode: found.onlineMode })
  const originals = originalsToSee(await listMaterials(act.tx, caseNumber)).map(({ name }) => name)
  const changed = await changeCase(act, found, { state: 'preAccepted', accept_by: null })
  const by = await handlerOf(act)
  await noteStep(act, found, { name: '网上预审', act: 'preAccept', by, outcome: '通过', ...(opinion === undefined ? {} : { opinion }) })
  await act.publish('case.preAccepted', { ...factsOf(changed), originals })
  return movedOf(changed)
}
