import { canonicalBytes, sm3 } from '@yiwang/crypto'
import type { Desk } from '@yiwang/kernel'
import { findPackage } from './archive-store.ts'
import { getCase } from './case-store.ts'
import type { CaseArchive } from './contract.ts'
import { handlingProblem as problem } from './handling-problems.ts'

/** One digest for all that a manifest lists. */
export function digestOf(manifest: object): string {
  return sm3(canonicalBytes(manifest)).toString('hex')
}

/** The archive of a case (归档清单), its digest counted anew. @throws case.notFound, case.notArchived */
export async function viewArchive(desk: Desk, caseNumber: string): Promise<CaseArchive> {
  await getCase(desk, caseNumber, 'cases.look')
  const kept = await findPackage(desk.tx, caseNumber)
  if (!kept) throw problem.notArchived({ caseNumber })
  return { caseNumber, ...kept, intact: digestOf(kept.manifest) === kept.digest }
}
