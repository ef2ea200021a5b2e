import type { Act, Tx } from '@yiwang/kernel'

export interface LicenceCopy {
  digest: string
  licenceId: string
  version: number
  purpose: string
  validTo: string
}

export async function insertCopy(act: Act, copy: LicenceCopy): Promise<void> {
  await act.tx
    .insertInto('licences.licence_copy')
    .values({
      digest: copy.digest,
      licence_id: copy.licenceId,
      version: copy.version,
      purpose: copy.purpose,
      valid_to: copy.validTo,
      made_by: act.by.id,
      made_at: act.now,
    })
    .execute()
}

export async function findCopyByDigest(tx: Tx, digest: string): Promise<LicenceCopy | undefined> {
  return tx
    .selectFrom('licences.licence_copy')
    .select(['digest', 'licence_id as licenceId', 'version', 'purpose', 'valid_to as validTo'])
    .where('digest', '=', digest)
    .executeTakeFirst()
}
