import { keepFile, withFileProblems } from '@yiwang/documents'
import type { Act, Work } from '@yiwang/kernel'
import { renderPaper, writeDate, type PaperData } from '@yiwang/papers'
import { sealPdf } from '@yiwang/seals'
import { maskPersonId } from '@yiwang/standards'
import type { LicenceType } from './contract.ts'
import { faceLines } from './face.ts'
import { findLicenceFile, insertLicenceFile, licencesToMake, lockLicence, noteNothingAwaited } from './file-store.ts'
import { factsOf, getLicenceById, type LicenceRecord } from './licence-store.ts'
import { getTypeVersion } from './licence-type-store.ts'

const largestLicence = 10_000_000

/**
 * 证照文件生成 (the guide 七（一）2（3）⑤): renders the face, seals it as its issuer, stores it, tells `licence.made`; outside any transaction
 * and once, though the seal service was down in between. A version that was replaced or ended before its turn needs no file.
 */
export async function makeLicence(work: Work, licenceId: string, version: number): Promise<void> {
  const { licence, type } = await work.read(async (desk) => {
    const found = await getLicenceById(desk, licenceId)
    return { licence: found, type: await getTypeVersion(desk.tx, found.typeCode, found.typeVersion) }
  })
  if (!licence.awaitsFile || licence.version !== version) return
  const pdf = await sealedFace(work, licence, type)
  const stored = await withFileProblems(work.outside.storage.putFile(pdf, { maxBytes: largestLicence }))
  await work.perform('licences.noteMade', (act) => noteMade(act, licenceId, version, stored))
}

/** The face as a PDF under the seal of its issuer; a copy bears its words across the sheet. */
export async function sealedFace(work: Work, licence: LicenceRecord, type: LicenceType, watermark?: string): Promise<Uint8Array> {
  const sheet = { ...sheetOf(licence, type, work.settings.publicUrl), ...(watermark === undefined ? {} : { watermark }) }
  const { pdf, sealSpot } = await renderPaper('certificate', sheet, { now: new Date(licence.issuedAt) })
  if (!sealSpot) throw new Error('a licence without a place for its seal')
  const purpose = `${licence.typeName} ${licence.number}`
  return sealPdf(work, { bodyCode: licence.issuerCode, pdf, spot: sealSpot, purpose, kind: 'licence' })
}

/** What is printed: holder and number as the type calls them, then the face in its order. */
export function sheetOf(licence: LicenceRecord, type: LicenceType, publicUrl: string): PaperData<'certificate'> {
  const { identifier, issuedOn, validFrom, validTo } = licence
  const { layout, colour, statement } = type.style
  const face = faceLines(type.fields, licence.face)
  return {
    name: licence.typeName,
    layout,
    colour,
    licenceNumber: licence.number,
    issuer: licence.issuerName,
    fields: [
      { label: type.holderLabel, value: licence.holderName },
      { label: type.holderNumberLabel, value: printedNumber(licence, type) },
      ...face.map(({ label, value, wide, date }) => ({ label, value: date ? writeDate(value) : value, wide })),
    ],
    verifyUrl: `${publicUrl}/v/${identifier}`,
    issuedOn,
    validFrom,
    ...(validTo === undefined ? {} : { validUntil: validTo }),
    ...(statement === undefined ? {} : { statement }),
    identifier,
  }
}

/**
 * What a business hangs on its wall (亮照经营) names its owner, and not by the whole of his number (个人信息保护法 6); a certificate of a person
 * is known by it.
 */
function printedNumber({ holderKind, holderNumber }: LicenceRecord, { holderKinds }: LicenceType): string {
  return holderKind === 'person' && holderKinds.includes('organisation') ? maskPersonId(holderNumber) : holderNumber
}

async function noteMade(act: Act, id: string, version: number, stored: Parameters<typeof keepFile>[1]): Promise<void> {
  await lockLicence(act.tx, id)
  const licence = await getLicenceById(act, id)
  if (licence.version !== version || (await findLicenceFile(act.tx, id, version))) return
  const file = await keepFile(act, stored, {
    name: `${licence.identifier}.pdf`,
    mediaType: 'application/pdf',
    trustLevel: 'A',
    origin: 'licence',
    ...(licence.accountId === null ? {} : { owner: licence.accountId }),
  })
  await insertLicenceFile(act, { licenceId: id, version, fileId: file.id, digest: stored.id })
  await noteNothingAwaited(act.tx, id)
  await act.publish('licence.made', { ...factsOf(licence), inForce: licence.state !== 'pending' })
}

/** Makes what waits; one issuer without a seal does not stop the others. */
export async function makeWaitingLicences(work: Work): Promise<void> {
  const waiting = await work.read(({ tx }) => licencesToMake(tx, 100))
  const failures: unknown[] = []
  for (const { licenceId, version } of waiting) await makeLicence(work, licenceId, version).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waiting.length} licences could not be made`)
}
