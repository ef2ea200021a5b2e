import { createHash } from 'node:crypto'
import type { Desk, Work } from '@yiwang/kernel'
import { writeDate } from '@yiwang/papers'
import { isLegalDay, legalDay } from '@yiwang/standards'
import type { CopyInput, LicenceType } from './contract.ts'
import { insertCopy } from './copy-store.ts'
import { stateOn } from './licence-states.ts'
import type { LicenceRecord } from './licence-store.ts'
import { getTypeVersion } from './licence-type-store.ts'
import { sealedFace } from './make-licence.ts'
import { problem } from './problems.ts'

/**
 * 加注件 (the guide 五（一）3（2）【信息加注】): the licence for use as material, with the words of its issuer and a last day over it, sealed
 * anew. Whoever checks it later learns whether licence and copy still hold. Sealing happens outside any transaction.
 * @throws licence.notLawful where it is not valid, licence.copyDayInvalid
 */
export async function copyLicence(work: Work, find: (desk: Desk) => Promise<LicenceRecord>, input: CopyInput): Promise<Uint8Array> {
  const { licence, type } = await work.read(async (desk) => {
    const found = await find(desk)
    requireUsable(found, input, legalDay(desk.now))
    return { licence: found, type: await typeOf(desk, found) }
  })
  const watermark = `此件由${licence.issuerName}提供，仅供办理政务服务事项时使用，有效期至${writeDate(input.validUntil)}`
  const pdf = await sealedFace(work, licence, type, watermark)
  const digest = createHash('sha256').update(pdf).digest('hex')
  const { purpose, validUntil: validTo } = input
  await work.perform('licences.copy', (act) =>
    insertCopy(act, { digest, licenceId: licence.id, version: licence.version, purpose, validTo }),
  )
  return pdf
}

function typeOf({ tx }: Desk, { typeCode, typeVersion }: LicenceRecord): Promise<LicenceType> {
  return getTypeVersion(tx, typeCode, typeVersion)
}

/** A copy outlives neither its licence nor itself. */
function requireUsable(licence: LicenceRecord, { validUntil }: CopyInput, today: string): void {
  const state = stateOn(licence.state, licence.validTo, today)
  if (state !== 'valid') throw problem.notLawful({ state })
  const sound = isLegalDay(validUntil) && validUntil >= today && validUntil <= (licence.validTo ?? '9999-12-31')
  if (!sound) throw problem.copyDayInvalid()
}
