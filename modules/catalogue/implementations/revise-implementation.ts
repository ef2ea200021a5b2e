import type { Act } from '@yiwang/kernel'
import { elementShapes, type Elements, type ReasonInput, type Revision } from '../contract.ts'
import { getEntry } from '../directory/directory-store.ts'
import { itemProblem as problem } from '../problems.ts'
import { canOnItem } from '../rules/lifecycle.ts'
import { inherited } from './draft-implementation.ts'
import { getRevision } from './get-implementation.ts'
import { getItemForUpdate, updateItem } from './item-store.ts'
import { deleteDraft, findOpenRevision, getOpenRevision, insertDraft } from './revision-store.ts'

/** Opens a change (变更) from the revision in force; what the directory fixes is brought up to date with it. */
export async function reviseImplementation(act: Act, implementationCode: string, { reason }: ReasonInput): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.draft', 'catalogue.keep', 'catalogue.administer')
  if (!canOnItem('revise', item.state) || !item.currentRevision) throw problem.notLawfulNow({ state: item.state })
  if (await findOpenRevision(act.tx, implementationCode)) throw problem.revisionOpen({ implementationCode })
  const current = await getRevision(act.tx, item.currentRevision)
  const entry = await getEntry(act.tx, item.baseCode)
  const { baseCode, name, itemType, legalBasis } = inherited(entry)
  const elements = { ...elementsOf(current), baseCode, name, itemType, legalBasis }
  await updateItem(act, implementationCode, { directoryVersion: entry.version })
  return insertDraft(act, { implementationCode, updateKind: 'change', elements, reason })
}

/** Throws a draft away. What was published stays as it is. */
export async function discardDraft(act: Act, implementationCode: string): Promise<{ discarded: string }> {
  await getItemForUpdate(act, implementationCode, 'catalogue.draft', 'catalogue.keep', 'catalogue.administer')
  const revision = await getOpenRevision(act.tx, implementationCode)
  if (revision.state !== 'draft') throw problem.notLawfulNow({ state: revision.state })
  await deleteDraft(act, revision.id)
  return { discarded: revision.id }
}

function elementsOf(current: Elements): Elements {
  const fields = Object.keys(elementShapes)
  return Object.fromEntries(Object.entries(current).filter(([field]) => fields.includes(field))) as Elements
}
