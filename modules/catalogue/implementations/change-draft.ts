import type { Act } from '@yiwang/kernel'
import type { ElementChange, Elements, Revision } from '../contract.ts'
import { fieldName } from '../elements.ts'
import { itemProblem as problem } from '../problems.ts'
import { canonical } from '../rules/compare.ts'
import { canOnRevision } from '../rules/lifecycle.ts'
import { fieldsOpenTo } from '../rules/who-may-change.ts'
import { getItemForUpdate } from './item-store.ts'
import { changeElements, getOpenRevision } from './revision-store.ts'

/** Fills in or changes elements (维护要素), each only by whom appendix 1 names. All or nothing. */
export async function changeDraft(act: Act, implementationCode: string, change: ElementChange): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.draft', 'catalogue.keep', 'catalogue.administer')
  const revision = await getOpenRevision(act.tx, implementationCode)
  if (!canOnRevision('change', revision.state)) throw problem.notLawfulNow({ state: revision.state })
  const fields = changedFields(revision.elements, change)
  const open: readonly string[] = fieldsOpenTo(act.by, { ...item, everPublished: item.lastVersion > 0 })
  const closed = fields.filter((field) => !open.includes(field))
  if (closed.length > 0) throw problem.elementNotYours({ elements: closed.map(fieldName), fields: closed })
  if (fields.length === 0) return revision
  const elements = withChange(revision.elements, change)
  await changeElements(act, revision, elements, fields)
  return { ...revision, elements }
}

/** Fields whose value really changes: sending back what stands there is no change. */
function changedFields(before: Partial<Elements>, change: ElementChange): string[] {
  const known = before as Record<string, unknown>
  return Object.entries(change)
    .filter(([field, value]) => canonical(known[field] ?? null) !== canonical(value ?? null))
    .map(([field]) => field)
}

export function withChange(before: Partial<Elements>, change: ElementChange): Partial<Elements> {
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(merged)
}
