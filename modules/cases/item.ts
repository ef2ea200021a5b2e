import type { Tx } from '@yiwang/kernel'
import { formOf as definitionOf, getOpenImplementation, getPinnedRevision } from '@yiwang/catalogue'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { asForm, type Form } from '@yiwang/forms'
import type { DeliveryWish } from './contract.ts'
import { problem } from './problems.ts'

/** The item of a case in the revision it is pinned to (实施清单事项). */
export type CaseItem = Omit<Implementation, 'state'>
export type ItemMaterial = Material

interface Reading {
  tx: Tx
}

/** The item as it is offered now. @throws item.notFound, item.suspended, item.withdrawn, item.notInForce */
export function getItemInUse({ tx }: Reading, implementationCode: string): Promise<CaseItem> {
  return getOpenImplementation(tx, implementationCode)
}

/** The revision a case is pinned to, whatever became of the item since. */
export function pinnedItem({ tx }: Reading, { revisionId }: { revisionId: string }): Promise<CaseItem> {
  return getPinnedRevision(tx, revisionId)
}

const noForm: Form = { type: 'object', properties: {}, additionalProperties: false }

/** The form of the item in the version it names; an item without one asks for nothing. */
export async function formOf({ tx }: Reading, { form }: Pick<CaseItem, 'form'>): Promise<Form> {
  return form ? asForm((await definitionOf(tx, form.key, form.version)).schema) : noForm
}

/** An item may be applied for online once a form of handling is set for it (原件预审, 原件核验, 全程网办). @throws case.notOnline */
export function requireOnline(item: CaseItem): NonNullable<CaseItem['onlineMode']> {
  if (!item.onlineMode || !item.handlingForms.includes('online')) throw problem.notOnline({ item: item.name })
  return item.onlineMode
}

/** How the result may come: a courier only where the item works with one (element 30). */
export function deliveryMethods({ result, logistics }: Pick<CaseItem, 'result' | 'logistics'>): DeliveryWish['method'][] {
  return result.delivery.filter((method) => method !== 'courier' || logistics.results)
}
