import type { Tx } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { PaperFacts } from './contract.ts'
import { findPaperByAuditCode, findPaperByDigest, type PaperRow } from './document-store.ts'

/** 文书核验 by its QR code: anybody learns that it exists, from whom and since when. */
export async function paperWithCode(tx: Tx, auditCode: string): Promise<PaperFacts | undefined> {
  return factsOf(await findPaperByAuditCode(tx, auditCode))
}

/** The same for who holds the file itself; not one byte may differ. */
export async function paperWithDigest(tx: Tx, digest: string): Promise<PaperFacts | undefined> {
  return factsOf(await findPaperByDigest(tx, digest))
}

function factsOf(paper: PaperRow | undefined): PaperFacts | undefined {
  if (!paper) return undefined
  const { title, number, bodyName, issuedAt, sealed, effect } = paper
  return { title, number, bodyName, issuedOn: legalDay(new Date(issuedAt)), sealed, effect }
}
