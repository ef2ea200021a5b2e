import { getFile, type FileRow } from '@yiwang/documents'
import type { Desk } from '@yiwang/kernel'
import { findLicenceFile } from './file-store.ts'
import { wasInForce, type LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'

/** The sealed file of the present version. @throws licence.notMade while it is being made */
export async function fileOfLicence({ tx }: Desk, licence: LicenceRecord): Promise<FileRow> {
  const file = await findLicenceFile(tx, licence.id, licence.version)
  if (!file) throw problem.notMade()
  return getFile(tx, file.fileId)
}

/** For the holder: what never was in force is not his to carry (原件核验后领取). @throws licence.notInForce, licence.notMade */
export async function fileForHolder(desk: Desk, licence: LicenceRecord): Promise<FileRow> {
  if (!(await wasInForce(desk.tx, licence.id))) throw problem.notInForce()
  return fileOfLicence(desk, licence)
}
