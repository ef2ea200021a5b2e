import { newId, present, type Act, type Tx } from '@yiwang/kernel'
import { itemProblem as problem } from '../problems.ts'
import type { Elements, Revision, RevisionState } from '../contract.ts'

export const revisionColumns = [
  'id',
  'implementation_code as implementationCode',
  'state',
  'version',
  'update_kind as updateKind',
  'elements',
  'reason',
  'effective_on as effectiveOn',
  'drafted_by as draftedBy',
  'drafted_at as draftedAt',
  'submitted_at as submittedAt',
  'reviewed_by as reviewedBy',
  'reviewed_at as reviewedAt',
  'opinion',
  'published_by as publishedBy',
  'published_at as publishedAt',
] as const

const openStates: RevisionState[] = ['draft', 'submitted', 'approved']

export async function findOpenRevision(tx: Tx, implementationCode: string): Promise<Revision | undefined> {
  const row = await tx
    .selectFrom('catalogue.implementation_revision')
    .select(revisionColumns)
    .where('implementation_code', '=', implementationCode)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  return row && (present(row) as Revision)
}

/** The revision on its way. The item is locked already. @throws item.revisionNotFound */
export async function getOpenRevision(tx: Tx, implementationCode: string): Promise<Revision> {
  const revision = await findOpenRevision(tx, implementationCode)
  if (!revision) throw problem.revisionNotFound({ implementationCode })
  return revision
}

/** Everybody who filled in something of it. */
export async function fillersOf(tx: Tx, revisionId: string): Promise<string[]> {
  const row = await tx
    .selectFrom('catalogue.implementation_revision')
    .select('filled_by as filledBy')
    .where('id', '=', revisionId)
    .executeTakeFirst()
  return row?.filledBy ?? []
}

type Fresh = Pick<Revision, 'implementationCode' | 'updateKind' | 'elements'> & { reason?: string }

export async function insertDraft(act: Act, fresh: Fresh): Promise<Revision> {
  const id = newId()
  await act.tx
    .insertInto('catalogue.implementation_revision')
    .values({
      id,
      implementation_code: fresh.implementationCode,
      state: 'draft',
      update_kind: fresh.updateKind,
      elements: JSON.stringify(fresh.elements),
      reason: fresh.reason ?? null,
      drafted_by: act.by.id,
      drafted_at: act.now,
      filled_by: [act.by.id],
    })
    .execute()
  return { ...fresh, id, state: 'draft', draftedBy: act.by.id, draftedAt: act.now.toISOString() }
}

/** Writes the elements and notes each change: who, what it was, what it became (变化追踪). */
export async function changeElements(act: Act, revision: Revision, elements: Partial<Elements>, fields: readonly string[]): Promise<void> {
  const before = revision.elements as Record<string, unknown>
  const after = elements as Record<string, unknown>
  await act.tx
    .insertInto('catalogue.element_change')
    .values(
      fields.map((field) => ({
        id: newId(),
        revision_id: revision.id,
        field,
        before: before[field] === undefined ? null : JSON.stringify(before[field]),
        after: after[field] === undefined ? null : JSON.stringify(after[field]),
        changed_by: act.by.id,
        changed_at: act.now,
      })),
    )
    .execute()
  const fillers = new Set([...(await fillersOf(act.tx, revision.id)), act.by.id])
  await act.tx
    .updateTable('catalogue.implementation_revision')
    .set({ elements: JSON.stringify(elements), filled_by: [...fillers] })
    .where('id', '=', revision.id)
    .execute()
}

type Step = Partial<
  Pick<Revision, 'state' | 'opinion' | 'version' | 'effectiveOn'> & {
    submitted: boolean
    reviewed: boolean
    published: { bodyName: string; divisionName: string }
    review: unknown
  }
>

/** One step further on its way; the actor and the moment are noted with it. */
export async function stepRevision(act: Act, id: string, step: Step): Promise<void> {
  await act.tx
    .updateTable('catalogue.implementation_revision')
    .set({
      ...(step.state ? { state: step.state } : {}),
      ...(step.opinion === undefined ? {} : { opinion: step.opinion }),
      ...(step.submitted ? { submitted_at: act.now, reviewed_by: null, reviewed_at: null } : {}),
      ...(step.reviewed ? { reviewed_by: act.by.id, reviewed_at: act.now } : {}),
      ...(step.review === undefined ? {} : { review: JSON.stringify(step.review) }),
      ...(step.version === undefined ? {} : { version: step.version }),
      ...(step.effectiveOn ? { effective_on: step.effectiveOn } : {}),
      ...(step.published
        ? {
            published_by: act.by.id,
            published_at: act.now,
            body_name: step.published.bodyName,
            division_name: step.published.divisionName,
          }
        : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(act: Act, id: string): Promise<void> {
  await act.tx.deleteFrom('catalogue.element_change').where('revision_id', '=', id).execute()
  await act.tx.deleteFrom('catalogue.implementation_revision').where('id', '=', id).execute()
}
