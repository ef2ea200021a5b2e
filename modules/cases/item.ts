import type { Tx } from '@yiwang/kernel'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { asForm, type Form } from '@yiwang/forms'
import type { DeliveryWish } from './contract.ts'
import { problem } from './problems.ts'

/** Where items come from, until the catalogue is in the house. */
export interface CaseItems {
  implementation(tx: Tx, implementationCode: string): Promise<Implementation | undefined>
  revision(tx: Tx, revisionId: string): Promise<Implementation>
  form(tx: Tx, key: string, version: number): Promise<unknown>
}

declare module '@yiwang/kernel' {
  interface Outside {
    caseItems: CaseItems
  }
}

/** The item of a case in the revision it is pinned to (实施清单事项). */
export type CaseItem = Implementation
export type ItemMaterial = Material

interface Asking {
  tx: Tx
  outside: { caseItems: CaseItems }
}

/** The item as it is offered now. @throws case.itemNotInUse for what is unknown, not published, suspended or withdrawn. */
export async function getItemInUse({ tx, outside }: Asking, implementationCode: string): Promise<CaseItem> {
  const item = await outside.caseItems.implementation(tx, implementationCode)
  if (item?.state !== 'inForce') throw problem.itemNotInUse({ implementationCode })
  return item
}

/** The revision a case is pinned to, whatever became of the item since. */
export function pinnedItem({ tx, outside }: Asking, { revisionId }: { revisionId: string }): Promise<CaseItem> {
  return outside.caseItems.revision(tx, revisionId)
}

const noForm: Form = { type: 'object', properties: {}, additionalProperties: false }

/** The form of the item in the version it names; an item without one asks for nothing. */
export async function formOf({ tx, outside }: Asking, { form }: CaseItem): Promise<Form> {
  return form ? asForm(await outside.caseItems.form(tx, form.key, form.version)) : noForm
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
