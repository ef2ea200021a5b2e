import { checkUpload } from './check-upload.ts'
import type { UploadRules } from './check-upload.ts'
import type { Scanner } from './clamd.ts'
import type { StoredFile, StoredUpload } from './file-store.ts'
import type { ReceivedFile } from './receive-file.ts'

/** Checks a received file, has it scanned where there is a scanner, and keeps it; whatever is refused is discarded. */
export async function keepUpload(
  received: ReceivedFile,
  rules: UploadRules,
  scan: Scanner | undefined,
  keep: (received: ReceivedFile) => Promise<StoredFile>,
): Promise<StoredUpload> {
  try {
    const accepted = await checkUpload(received.path, rules)
    await scan?.(received.path)
    return { ...(await keep(received)), ...accepted }
  } catch (problem) {
    await received.discard()
    throw problem
  }
}
