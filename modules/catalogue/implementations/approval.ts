/** The way from a filled-in draft to an approved one (报审、审核). */
import type { Act } from '@yiwang/kernel'
import type { ApprovalInput, ReasonInput, Revision } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'
import { checkElements } from '../rules/check-elements.ts'
import { canOnRevision, type RevisionAct } from '../rules/lifecycle.ts'
import { getItemForUpdate, type Item } from './item-store.ts'
import { newsOf } from './news.ts'
import { fillersOf, getOpenRevision, stepRevision } from './revision-store.ts'

/** Submission to the keepers (报审). Everything that is missing is named at once. */
export async function submitForApproval(act: Act, implementationCode: string): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.draft', 'catalogue.keep', 'catalogue.administer')
  const revision = await lawful(act, 'submit', implementationCode)
  const findings = checkElements(revision.elements).filter(({ severity }) => severity === 'error')
  if (findings.length > 0) throw problem.incomplete({ findings })
  await stepRevision(act, revision.id, { state: 'submitted', submitted: true })
  await act.publish('item.submitted', { ...newsOf(item, revision), revisionId: revision.id })
  return { ...revision, state: 'submitted', submittedAt: act.now.toISOString() }
}

/** Approval (审核通过): legality and validity, and the four points of every material. Never by who filled it in or by the body itself. */
export async function approve(act: Act, implementationCode: string, { opinion, materials }: ApprovalInput): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.approve')
  const revision = await lawful(act, 'approve', implementationCode)
  await requireOthersApproval(act, item, revision)
  const open = (revision.elements.materials ?? []).filter(({ code }) => !Object.values(materials[code] ?? { none: false }).every(Boolean))
  if (open.length > 0) throw problem.materialsNotReviewed({ materials: open.map(({ name }) => name) })
  await stepRevision(act, revision.id, { state: 'approved', opinion, reviewed: true, review: materials })
  await act.publish('item.approved', { ...newsOf(item, revision), revisionId: revision.id, opinion })
  return { ...revision, state: 'approved', opinion, reviewedBy: act.by.id, reviewedAt: act.now.toISOString() }
}

/** Return with an opinion (退回): it may be changed and handed in again. */
export async function returnDraft(act: Act, implementationCode: string, { reason }: ReasonInput): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.approve')
  const revision = await lawful(act, 'return', implementationCode)
  await requireOthersApproval(act, item, revision)
  await stepRevision(act, revision.id, { state: 'draft', opinion: reason, reviewed: true })
  await act.publish('item.returned', { ...newsOf(item, revision), revisionId: revision.id, opinion: reason })
  return { ...revision, state: 'draft', opinion: reason }
}

async function requireOthersApproval(act: Act, item: Item, revision: Revision): Promise<void> {
  const filled = (await fillersOf(act.tx, revision.id)).includes(act.by.id)
  if (filled || (act.by.kind === 'staff' && act.by.body === item.bodyCode)) throw problem.ownApproval()
}

async function lawful(act: Act, what: RevisionAct, implementationCode: string): Promise<Revision> {
  const revision = await getOpenRevision(act.tx, implementationCode)
  if (!canOnRevision(what, revision.state)) throw problem.notLawfulNow({ state: revision.state })
  return revision
}
