import { canonicalBytes, sm3 } from '@yiwang/crypto'
import { getFile, listPapers } from '@yiwang/documents'
import { Problem, type Act, type Work } from '@yiwang/kernel'
import { casesToArchive, insertPackage } from './archive-store.ts'
import { changeCase, lockCase, type CaseRecord } from './case-store.ts'
import { listClockEntries } from './clock-store.ts'
import { factsOf } from './facts.ts'
import { can } from './lifecycle.ts'
import { listMaterials } from './material-store.ts'
import { listSteps } from './step-store.ts'

const restBefore = 24 * 3_600_000

/** 归档: what belongs to a case whose matter has ended, with the digest of every file, under one digest. A day's rest lets its papers be made. */
export async function archiveEnded(work: Work): Promise<void> {
  const ended = await work.read(({ tx, now }) => casesToArchive(tx, new Date(now.getTime() - restBefore), 500))
  for (const caseNumber of ended) {
    try {
      await work.perform('cases.archive', (act) => archive(act, caseNumber))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}

async function archive(act: Act, caseNumber: string): Promise<void> {
  const found = await lockCase(act.tx, caseNumber)
  if (!found || !can('archive', found)) return
  const manifest = await manifestOf(act, found)
  if (!manifest) return
  await insertPackage(act, caseNumber, manifest, sm3(canonicalBytes(manifest)).toString('hex'))
  const changed = await changeCase(act, found, { state: 'archived' })
  await act.publish('case.archived', factsOf(changed))
}

/** Undefined while a paper is still to be made: an archive is whole or it is not there. */
async function manifestOf({ tx }: Act, found: CaseRecord): Promise<object | undefined> {
  const { caseNumber, implementationCode, revisionId, itemName, bodyCode, division, state, decision, submittedAt } = found
  const papers = await listPapers(tx, { kind: 'case', key: caseNumber })
  if (papers.some(({ fileId }) => fileId === null)) return undefined
  const paperFiles = await Promise.all(
    papers.map(async ({ kind, number, fileId }) => ({ kind, number, digest: (await getFile(tx, fileId ?? '')).digest })),
  )
  const materials = await listMaterials(tx, caseNumber)
  const materialFiles = []
  for (const { code, name, source, trustLevel, fileId } of materials) {
    materialFiles.push({ code, name, source, trustLevel, ...(fileId === undefined ? {} : { digest: (await getFile(tx, fileId)).digest }) })
  }
  return {
    case: {
      caseNumber,
      implementationCode,
      revisionId,
      itemName,
      bodyCode,
      division,
      endedAs: state,
      submittedAt,
      ...(decision ? { decision } : {}),
    },
    papers: paperFiles,
    materials: materialFiles,
    steps: await listSteps(tx, caseNumber),
    clock: await listClockEntries(tx, caseNumber),
  }
}
