import type { Act } from '@yiwang/kernel'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved, RefuseInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { issueCasePaper, refusalBasis } from './papers.ts'
import { problem } from './problems.ts'
import { remediesOf } from './remedies.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Refusing to accept (不予受理), with the reason and the way to appeal, under seal and date (行政许可法 32). */
export async function refuse(act: Act, caseNumber: string, input: RefuseInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.refuse')
  requireLawful('refuse', found)
  const item = await pinnedItem(act, found)
  const reason = reasonOf(item, input)
  const by = await handlerOf(act)
  const changed = await changeCase(act, found, { state: 'refused', accept_by: null })
  await noteStep(act, found, { name: '不予受理', act: 'refuse', by, opinion: reason, outcome: '不予受理' })
  const data = {
    handledAt: act.now.toISOString(),
    department: found.bodyName,
    clerk: by.name,
    reason,
    legalBasis: refusalBasis(item),
    remedies: await remediesOf(act, found),
  }
  await issueCasePaper(act, changed, 'refusalNotice', data, true)
  await act.publish('case.refused', { ...factsOf(changed), reason })
  return movedOf(changed)
}

/** The ground of the item's own list, then what the clerk adds. @throws case.refusalGroundUnknown */
function reasonOf({ refusalGrounds }: CaseItem, { reason, groundCode }: RefuseInput): string {
  if (groundCode === undefined) return reason
  const ground = refusalGrounds.find(({ code }) => code === groundCode)
  if (!ground) throw problem.refusalGroundUnknown({ groundCode, known: refusalGrounds.map(({ code }) => code) })
  return `${ground.text.replace(/。$/, '')}。${reason}`
}
