import { canonicalBytes, sm3 } from '@yiwang/crypto'
import { findFiles, listPapers } from '@yiwang/documents'
import type { Desk, Tx } from '@yiwang/kernel'
import { digestOfLicence, findLicence } from '@yiwang/licences'
import type { CaseRecord } from './case-record.ts'
import { listSpecialProcedures } from './case-parts-queries.ts'
import { listClockEntries } from './clock-store.ts'
import { listCorrections } from './correction-store.ts'
import { findDelivery } from './delivery-store.ts'
import { listAllRequests } from './approval-store.ts'
import { listAllMaterials } from './material-store.ts'
import { listSteps } from './step-store.ts'

type Digests = ReadonlyMap<string, string>

/**
 * Everything that belongs to a case, each file by its digest (归档清单), also what was replaced: it was decided on. What the applicant wrote stands in
 * it by its digest, so that the list can be shown without his data. Undefined while a paper or licence is still to be made: an archive is whole or
 * not there.
 */
export async function manifestOf(desk: Desk, found: CaseRecord): Promise<object | undefined> {
  const { tx } = desk
  const { caseNumber } = found
  const papers = await listPapers(tx, { kind: 'case', key: caseNumber })
  const licence = found.licenceIdentifier === undefined ? undefined : await findLicence(desk, found.licenceIdentifier)
  if (papers.some(({ fileId }) => fileId === null) || licence?.awaitsFile === true) return undefined
  const materials = await listAllMaterials(tx, caseNumber)
  const digests = await digestsOf(tx, [...papers, ...materials])
  const delivery = await findDelivery(tx, caseNumber)
  const sealed = licence && (await digestOfLicence(tx, licence))
  return {
    case: headOf(found),
    application: sm3(canonicalBytes({ answers: found.answers, form: found.form })).toString('hex'),
    papers: papers.map(({ kind, number, fileId }) => ({ kind, number, ...digestIn(digests, fileId) })),
    materials: materials.map(({ code, name, source, trustLevel, fileId, licenceIdentifier, replaced }) => ({
      ...{ code, name, source, trustLevel, replaced },
      ...(licenceIdentifier === undefined ? {} : { licenceIdentifier }),
      ...digestIn(digests, fileId),
    })),
    ...(licence
      ? { licence: { identifier: licence.identifier, number: licence.number, ...(sealed === undefined ? {} : { digest: sealed }) } }
      : {}),
    steps: await listSteps(tx, caseNumber),
    specialProcedures: await listSpecialProcedures(tx, caseNumber),
    corrections: await listCorrections(tx, caseNumber),
    requests: await listAllRequests(tx, caseNumber),
    clock: await listClockEntries(tx, caseNumber),
    ...(delivery ? { delivery } : {}),
  }
}

function headOf({ caseNumber, implementationCode, revisionId, itemName, bodyCode, division, state, submittedAt, decision }: CaseRecord) {
  return {
    ...{ caseNumber, implementationCode, revisionId, itemName, bodyCode, division, submittedAt },
    endedAs: state,
    ...(decision === undefined ? {} : { decision }),
  }
}

async function digestsOf(tx: Tx, parts: readonly { fileId?: string | null }[]): Promise<Digests> {
  const ids = parts.flatMap(({ fileId }) => fileId ?? [])
  return new Map((await findFiles(tx, ids)).map(({ id, digest }) => [id, digest]))
}

function digestIn(digests: Digests, fileId: string | null | undefined): { digest?: string } {
  const digest = digests.get(fileId ?? '')
  return digest === undefined ? {} : { digest }
}
