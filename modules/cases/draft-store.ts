import type { Act, Desk } from '@yiwang/kernel'
import type { Draft, DraftInput } from './contract.ts'
import type { CaseItem } from './item.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

const columns = [
  'id',
  'implementation_code as implementationCode',
  'item_name as itemName',
  'revision_id as revisionId',
  'answers',
  'form',
  'materials',
  'delivery',
  'saved_at as savedAt',
] as const

export async function insertDraft(act: Act, id: string, item: CaseItem, filled: Pick<DraftInput, 'form' | 'materials'>): Promise<void> {
  await act.tx
    .insertInto('cases.draft')
    .values({
      id,
      account_id: act.by.id,
      implementation_code: item.implementationCode,
      revision_id: item.revisionId,
      item_name: item.name,
      form: JSON.stringify(filled.form),
      materials: JSON.stringify(filled.materials),
      saved_at: act.now,
    })
    .execute()
}

/** @throws case.draftNotFound for anybody else's. */
export async function getDraft({ tx, by }: Desk, id: string): Promise<Draft> {
  const row = await tx
    .selectFrom('cases.draft')
    .select(columns)
    .where('id', '=', id)
    .where('account_id', '=', by.id)
    .where('case_number', 'is', null)
    .executeTakeFirst()
  if (!row) throw problem.draftNotFound({ id })
  return row as Draft
}

/** Locked. @throws case.draftNotFound, and case.alreadySubmitted with the number when a case was made of it. */
export async function getDraftForUpdate({ tx, by }: Act, id: string): Promise<Draft> {
  const row = await tx
    .selectFrom('cases.draft')
    .select([...columns, 'case_number as caseNumber'])
    .where('id', '=', id)
    .where('account_id', '=', by.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.draftNotFound({ id })
  const { caseNumber, ...draft } = row
  if (caseNumber !== null) throw problem.alreadySubmitted({ caseNumber })
  return draft as Draft
}

export async function updateDraft(act: Act, id: string, item: CaseItem, input: DraftInput): Promise<void> {
  await act.tx
    .updateTable('cases.draft')
    .set({
      revision_id: item.revisionId,
      item_name: item.name,
      answers: JSON.stringify(input.answers),
      form: JSON.stringify(input.form),
      materials: JSON.stringify(input.materials),
      delivery: input.delivery ? JSON.stringify(input.delivery) : null,
      saved_at: act.now,
    })
    .where('id', '=', id)
    .execute()
}

/** What it held is now the case's; the row stays a while so that a second click learns of the case. */
export async function noteSubmitted(act: Act, id: string, caseNumber: string): Promise<void> {
  await act.tx
    .updateTable('cases.draft')
    .set({ case_number: caseNumber, form: '{}', answers: '{}', materials: '[]', delivery: null, saved_at: act.now })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft({ tx }: Act, id: string): Promise<void> {
  await tx.deleteFrom('cases.draft').where('id', '=', id).execute()
}

/** Used drafts of before the moment go; so do unused ones nobody touched for long (minimum of personal data). */
export async function deleteOldDrafts(act: Act, usedBefore: Date, unusedBefore: Date): Promise<void> {
  await act.tx.deleteFrom('cases.draft').where('case_number', 'is not', null).where('saved_at', '<', usedBefore.toISOString()).execute()
  await act.tx.deleteFrom('cases.draft').where('case_number', 'is', null).where('saved_at', '<', unusedBefore.toISOString()).execute()
}

export async function countDrafts({ tx, by }: Act): Promise<number> {
  const { count } = await tx
    .selectFrom('cases.draft')
    .select((value) => value.fn.countAll<number>().as('count'))
    .where('account_id', '=', by.id)
    .where('case_number', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function listDrafts({ tx, by }: Desk): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('cases.draft')
    .select(columns)
    .where('account_id', '=', by.id)
    .where('case_number', 'is', null)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(draftsAtMost)
    .execute()
  return rows as Draft[]
}

/** More half-filled applications than this nobody has; a program that makes them is stopped. */
export const draftsAtMost = 50
