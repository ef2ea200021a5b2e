import { getFile, type FileRow } from '@yiwang/documents'
import type { Desk } from '@yiwang/kernel'
import { findLicenceFile } from './file-store.ts'
import type { LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'

/** The sealed file of the present version. @throws licence.notMade while it is being made */
export async function fileOfLicence({ tx }: Desk, licence: LicenceRecord): Promise<FileRow> {
  const file = await findLicenceFile(tx, licence.id, licence.version)
  if (!file) throw problem.notMade()
  return getFile(tx, file.fileId)
}
