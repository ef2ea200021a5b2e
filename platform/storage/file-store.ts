import type { Readable } from 'node:stream'
import type { AcceptedUpload, UploadRules } from './check-upload.ts'
import type { FileProblemCode } from './problem.ts'
import type { FileSource, ReceiveLimits } from './receive-file.ts'

/** A file as it is kept: `id` is its SHA-256 in hex, `sm3` its digest by GB/T 32905. */
export type StoredFile = { id: string; sm3: string; size: number }
export type StoredUpload = StoredFile & AcceptedUpload

export type FileStore = {
  /** Keeps a file that we made ourselves. When the promise is fulfilled the file is on disk, whole. */
  putFile: (source: FileSource, limits: ReceiveLimits) => Promise<StoredFile>
  /** Keeps a file that came from outside, if it passes `checkUpload`. */
  putUpload: (source: FileSource, rules: UploadRules & ReceiveLimits) => Promise<StoredUpload>
  /** Streams a file. Its last bytes come only when the digest of all is right; else the stream fails with `storage.fileDamaged`. */
  openFile: (id: string) => Promise<{ size: number; stream: Readable }>
  /** A whole file, its digest checked. */
  readFile: (id: string) => Promise<Uint8Array>
  hasFile: (id: string) => Promise<boolean>
  /** Removes the content, for all who put the same bytes: the owner of the references sees to it that none is left. */
  removeFile: (id: string) => Promise<void>
  /** Why a file of so many bytes would not be taken now, as a code of the catalogue without its area. */
  trouble: (room: number) => Promise<FileProblemCode | undefined>
}
