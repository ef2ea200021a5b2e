import type { Act, Work } from '@yiwang/kernel'
import { legalDay, startOfLegalDay } from '@yiwang/standards'
import { casesToArchive, insertPackage, type Ended } from './archive-store.ts'
import { manifestOf } from './archive-manifest.ts'
import { changeCase, lockCase } from './case-store.ts'
import { factsOf } from './facts.ts'
import { inTurn } from './in-turn.ts'
import { can } from './lifecycle.ts'
import { digestOf } from './view-archive.ts'

/** 归档: what belongs to a case whose matter ended on an earlier day, under one digest. By then its papers have been made. */
export function archiveEnded(work: Work): Promise<void> {
  const today = startOfLegalDay(legalDay(work.now()))
  return inTurn<Ended>(
    work,
    'cases.archive',
    (tx, after) => casesToArchive(tx, today, after),
    (act, { caseNumber }) => archive(act, caseNumber),
  )
}

async function archive(act: Act, caseNumber: string): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (!found || !can('archive', found)) return
  const manifest = await manifestOf(act, found)
  if (!manifest) return
  await insertPackage(act, caseNumber, manifest, digestOf(manifest))
  const changed = await changeCase(act, found, { state: 'archived' })
  await act.publish('case.archived', factsOf(changed))
}
