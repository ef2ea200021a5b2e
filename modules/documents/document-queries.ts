import { beyond, keyOf, toPage, type Desk, type Page, type Tx } from '@yiwang/kernel'
import type { KeptFile, Paper } from './contract.ts'
import { toFile, toPaper, type PaperRow } from './document-store.ts'

interface Paging {
  after?: string
  limit?: number
}

/** The caller's own file library, newest first. */
export async function listMyFiles({ tx, by }: Desk, { after, limit = 20 }: Paging): Promise<Page<KeptFile>> {
  let query = tx.selectFrom('documents.file').selectAll().where('owner_account', '=', by.id).where('in_library', '=', true)
  if (after) query = query.where(beyond(['kept_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('kept_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.kept_at, row.id], toFile)
}

/** Papers addressed to the caller, newest first. */
export async function listMyPapers({ tx, by }: Desk, { after, limit = 20 }: Paging): Promise<Page<Paper>> {
  let query = tx.selectFrom('documents.paper').selectAll().where('owner_account', '=', by.id).where('effect', '=', 'inForce')
  if (after) query = query.where(beyond(['issued_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.issued_at, row.id], toPaper)
}

/** The papers of a subject (a case, say) in the order they were issued. */
export async function listPapers(tx: Tx, subject: { kind: string; key: string }): Promise<PaperRow[]> {
  const rows = await tx
    .selectFrom('documents.paper')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_key', '=', subject.key)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
  return rows.map(toPaper)
}

/** Papers whose PDF is still to be made, oldest first. */
export async function papersToMake(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.selectFrom('documents.paper').select('id').where('made_at', 'is', null).orderBy('issued_at').limit(most).execute()
  return rows.map((row) => row.id)
}
