import type { Desk, Work } from '@yiwang/kernel'
import { getFile, getPaper, paperFile, type FileRow } from '@yiwang/documents'
import { getCaseToLookAt } from './case-reach-store.ts'
import { getOwnCase } from './case-store.ts'
import { findMaterial } from './material-store.ts'
import { problem } from './problems.ts'

/** Whose eyes: the owner's, or those of a clerk whose permission reaches the case. */
export type Eyes = 'owner' | 'clerk'

async function requireSeen(desk: Desk, caseNumber: string, eyes: Eyes): Promise<void> {
  await (eyes === 'owner' ? getOwnCase(desk, caseNumber) : getCaseToLookAt(desk, caseNumber))
}

/** The file of a material, through its case only. @throws case.notFound, case.materialNotFound */
export async function materialFile(desk: Desk, caseNumber: string, id: string, eyes: Eyes): Promise<FileRow> {
  await requireSeen(desk, caseNumber, eyes)
  const material = await findMaterial(desk.tx, caseNumber, id)
  if (material?.fileId === undefined) throw problem.materialNotFound({ id })
  return getFile(desk.tx, material.fileId)
}

/** The PDF of a paper about the case, made now if nobody wanted it before; the owner’s once it has effect. @throws case.notFound, case.paperNotFound */
export async function paperOfCase(work: Work, caseNumber: string, id: string, eyes: Eyes): Promise<FileRow> {
  await work.read(async (desk) => {
    await requireSeen(desk, caseNumber, eyes)
    const { subject, effect } = await getPaper(desk.tx, id)
    const there = subject.kind === 'case' && subject.key === caseNumber
    if (!there || (eyes === 'owner' && effect !== 'inForce')) throw problem.paperNotFound({ id })
  })
  return (await paperFile(work, id)).file
}
