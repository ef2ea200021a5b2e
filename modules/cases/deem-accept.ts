import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { takeIn } from './accept.ts'
import { getCaseForUpdate } from './case-store.ts'
import { handlerOf } from './handler.ts'
import { can } from './lifecycle.ts'
import { listMaterials } from './material-store.ts'
import { noteStep } from './step-store.ts'

/**
 * Deemed acceptance (视为受理, 行政许可法 32（四）): five workdays after receipt with neither acceptance, refusal nor correction the application
 * counts as accepted as of the day of receipt. What was answered meanwhile is left alone.
 */
export async function deemAccept(act: Act, caseNumber: string): Promise<void> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.accept')
  if (!can('deemAccept', found) || found.acceptBy === undefined || found.acceptBy >= legalDay(act.now)) return
  const by = await handlerOf(act)
  const materials = await listMaterials(act.tx, caseNumber)
  await takeIn(act, found, materials, by, { since: new Date(found.receivedAt), visits: found.visits, deemed: true })
  await noteStep(act, found, { name: '视为受理', act: 'deemAccept', by, opinion: '逾期未告知，自收到申请材料之日起即为受理' })
}
