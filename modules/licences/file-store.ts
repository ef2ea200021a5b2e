import type { Act, Tx } from '@yiwang/kernel'

export interface LicenceFile {
  fileId: string
  digest: string
  madeAt: string
}

export async function findLicenceFile(tx: Tx, licenceId: string, version: number): Promise<LicenceFile | undefined> {
  const row = await tx
    .selectFrom('licences.licence_file')
    .select(['file_id as fileId', 'digest', 'made_at as madeAt'])
    .where('licence_id', '=', licenceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row
}

/** The SHA-256 of the sealed file as it is kept, for an archive. */
export async function digestOfLicence(tx: Tx, { id, version }: { id: string; version: number }): Promise<string | undefined> {
  return (await findLicenceFile(tx, id, version))?.digest
}

/** Locks the licence, so that of two who made its file at once the second finds it made. */
export async function lockLicence(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('licences.licence').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertLicenceFile(
  act: Act,
  file: { licenceId: string; version: number; fileId: string; digest: string },
): Promise<void> {
  await act.tx
    .insertInto('licences.licence_file')
    .values({ licence_id: file.licenceId, version: file.version, file_id: file.fileId, digest: file.digest, made_at: act.now })
    .execute()
}

export async function noteNothingAwaited(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('licences.licence').set({ awaits_file: false }).where('id', '=', id).execute()
}

/** Some of the licences whose file is still to be made; by chance, so that those of an issuer without a seal do not keep others waiting. */
export async function licencesToMake(tx: Tx, most: number): Promise<{ licenceId: string; version: number }[]> {
  return tx
    .selectFrom('licences.licence as l')
    .innerJoin('licences.licence_version as v', (join) => join.onRef('v.licence_id', '=', 'l.id').onRef('v.sequence', '=', 'l.sequence'))
    .select(['l.id as licenceId', 'v.version'])
    .where('l.awaits_file', '=', true)
    .orderBy((build) => build.fn('random'))
    .limit(most)
    .execute()
}

/** Which version of which licence these very bytes are. */
export async function findByDigest(tx: Tx, digest: string): Promise<{ licenceId: string; version: number } | undefined> {
  return tx
    .selectFrom('licences.licence_file')
    .select(['licence_id as licenceId', 'version'])
    .where('digest', '=', digest)
    .executeTakeFirst()
}
