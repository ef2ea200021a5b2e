import { sql } from 'kysely'
import { later, type Tx } from '@yiwang/kernel'
import type { KeptFile, Paper, PaperEffect } from './contract.ts'
import { paperTitle } from './paper-kinds.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

export type FileRow = KeptFile & { ownerAccount: string | null; keptBy: string; inLibrary: boolean }
export type NewFile = Omit<FileRow, 'keptAt'> & { sm3: string; origin: 'upload' | 'paper' | 'licence' | 'picture'; keptAt: Date }

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx
    .insertInto('documents.file')
    .values({
      id: file.id,
      digest: file.digest,
      sm3: file.sm3,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      trust_level: file.trustLevel,
      origin: file.origin,
      owner_account: file.ownerAccount,
      in_library: file.inLibrary,
      kept_by: file.keptBy,
      kept_at: file.keptAt,
    })
    .execute()
}

/** @throws document.fileNotFound */
export async function getFile(tx: Tx, id: string): Promise<FileRow> {
  const row = await tx.selectFrom('documents.file').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw problem.fileNotFound({ id })
  return toFile(row)
}

/** Those of the files that are there. */
export async function findFiles(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('documents.file').selectAll().where('id', 'in', ids).execute()
  return rows.map(toFile)
}

/** How many bytes an account keeps in its library; its uploads wait for each other, so that two at once do not share the last room. */
export async function libraryUse(tx: Tx, account: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('documents.library'), hashtext(${account}))`.execute(tx)
  const { rows } = await sql<{ used: string }>`select coalesce(sum(size), 0) as used from documents.file
    where owner_account = ${account} and in_library`.execute(tx)
  return Number(rows[0]?.used ?? 0)
}

export async function removeFromLibrary(tx: Tx, id: string, account: string): Promise<boolean> {
  const done = await tx
    .updateTable('documents.file')
    .set({ in_library: false })
    .where('id', '=', id)
    .where('owner_account', '=', account)
    .where('in_library', '=', true)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface PaperRow extends Paper {
  auditCode: string
  bodyCode: string
  ownerAccount: string | null
  data: Record<string, unknown>
  fileId: string | null
  effect: PaperEffect
}

export async function nextPaperSequence(tx: Tx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('documents.paper_sequence') as next`.execute(tx)
  return rows[0]?.next ?? 0
}

export async function insertPaper(tx: Tx, paper: Omit<PaperRow, 'title' | 'fileId' | 'issuedAt'> & { issuedAt: Date }): Promise<void> {
  await later(
    tx,
    tx
      .insertInto('documents.paper')
      .values({
        id: paper.id,
        kind: paper.kind,
        number: paper.number,
        audit_code: paper.auditCode,
        body_code: paper.bodyCode,
        body_name: paper.bodyName,
        subject_kind: paper.subject.kind,
        subject_key: paper.subject.key,
        owner_account: paper.ownerAccount,
        data: JSON.stringify(paper.data),
        sealed: paper.sealed,
        effect: paper.effect,
        issued_at: paper.issuedAt,
      })
      .compile(),
  )
}

/** Papers of these subjects that were addressed to nobody's space become the account's (归入用户空间). */
export async function assignPapers(tx: Tx, { kind, keys }: { kind: string; keys: readonly string[] }, account: string): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('documents.paper')
    .set({ owner_account: account })
    .where('subject_kind', '=', kind)
    .where('subject_key', 'in', keys)
    .where('owner_account', 'is', null)
    .execute()
}

/** Papers of a subject that have this effect get another: handed over after the originals were seen, or rescinded. */
export async function changeEffect(
  tx: Tx,
  { kind, key }: { kind: string; key: string },
  from: PaperEffect,
  to: PaperEffect,
): Promise<void> {
  await tx
    .updateTable('documents.paper')
    .set({ effect: to })
    .where('subject_kind', '=', kind)
    .where('subject_key', '=', key)
    .where('effect', '=', from)
    .execute()
}

/** @throws document.paperNotFound */
export async function getPaper(tx: Tx, id: string): Promise<PaperRow> {
  const row = await tx.selectFrom('documents.paper').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw problem.paperNotFound({ id })
  return toPaper(row)
}

export async function findPaperByAuditCode(tx: Tx, auditCode: string): Promise<PaperRow | undefined> {
  const row = await tx.selectFrom('documents.paper').selectAll().where('audit_code', '=', auditCode).executeTakeFirst()
  return row && toPaper(row)
}

/** The paper whose file has this SHA-256. */
export async function findPaperByDigest(tx: Tx, digest: string): Promise<PaperRow | undefined> {
  const row = await tx
    .selectFrom('documents.file')
    .innerJoin('documents.paper', 'documents.paper.file_id', 'documents.file.id')
    .selectAll('documents.paper')
    .where('documents.file.digest', '=', digest)
    .where('documents.file.origin', '=', 'paper')
    .executeTakeFirst()
  return row && toPaper(row)
}

/** Notes the file of a paper unless another made it first; answers whether ours counts. */
export async function notePaperMade(tx: Tx, id: string, fileId: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('documents.paper')
    .set({ file_id: fileId, made_at: now })
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

interface FileColumns {
  id: string
  digest: string
  size: number
  media_type: string
  name: string
  trust_level: string
  owner_account: string | null
  in_library: boolean
  kept_by: string
  kept_at: string
}
export function toFile(row: FileColumns): FileRow {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    digest: row.digest,
    trustLevel: row.trust_level as KeptFile['trustLevel'],
    keptAt: row.kept_at,
    ownerAccount: row.owner_account,
    keptBy: row.kept_by,
    inLibrary: row.in_library,
  }
}

interface PaperColumns {
  id: string
  kind: string
  number: string
  audit_code: string
  body_code: string
  body_name: string
  subject_kind: string
  subject_key: string
  owner_account: string | null
  data: unknown
  sealed: boolean
  issued_at: string
  file_id: string | null
  effect: string
}
export function toPaper(row: PaperColumns): PaperRow {
  return {
    id: row.id,
    kind: row.kind,
    title: paperTitle(row.kind),
    number: row.number,
    auditCode: row.audit_code,
    bodyCode: row.body_code,
    bodyName: row.body_name,
    subject: { kind: row.subject_kind, key: row.subject_key },
    ownerAccount: row.owner_account,
    data: row.data as Record<string, unknown>,
    sealed: row.sealed,
    issuedAt: row.issued_at,
    fileId: row.file_id,
    effect: row.effect as PaperEffect,
  }
}
