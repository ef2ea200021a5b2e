import type { MultipartFile } from '@fastify/multipart'
import type { Act, Work } from '@yiwang/kernel'
import type { StoredUpload } from '@yiwang/storage'
import type { KeptFile } from './contract.ts'
import { libraryUse } from './document-store.ts'
import { keepFile } from './keep-file.ts'
import { problem, withFileProblems } from './problems.ts'

/**
 * Receives an upload into the file store, if it is what it says and nothing in it runs, hides or bursts.
 * @throws document.fileMissing, storage.*
 */
export async function receiveUpload(work: Work, part: MultipartFile | undefined): Promise<StoredUpload> {
  if (!part) throw problem.fileMissing()
  const rules = { name: part.filename, mediaType: part.mimetype, maxBytes: work.settings.uploadLimit }
  return withFileProblems(work.outside.storage.putUpload(part.file, rules))
}

/**
 * Keeps what a person uploaded as a scan (level C) in the personal library, or what a clerk scanned as the clerk's.
 * @throws document.libraryFull where the library (固定容量, 五（一）3（4）) has no room for it
 */
export async function keepUpload(act: Act, stored: StoredUpload): Promise<KeptFile> {
  const mine = act.by.kind === 'user' ? { owner: act.by.id, inLibrary: true } : {}
  if (act.by.kind === 'user') await requireRoom(act, stored.size)
  return keepFile(act, stored, { name: stored.name, mediaType: stored.mediaType, trustLevel: 'C', origin: 'upload', ...mine })
}

async function requireRoom({ tx, by, settings }: Act, size: number): Promise<void> {
  const [used, total] = [await libraryUse(tx, by.id), settings.libraryLimit]
  if (used + size > total) throw problem.libraryFull({ used, total })
}
