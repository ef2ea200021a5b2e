/** Why a file is not taken or not given. Texts for people stand in words.zh-CN.json and words.en.json as `storage.<code>`. */
export type FileProblemCode =
  | 'fileTooLarge'
  | 'fileEmpty'
  | 'fileNameNotAllowed'
  | 'fileTypeNotAllowed'
  | 'fileIsExecutable'
  | 'fileNotWhatItsNameSays'
  | 'fileIsTwoThingsAtOnce'
  | 'fileHasActiveContent'
  | 'fileIsEncrypted'
  | 'fileIsBroken'
  | 'fileIsArchiveBomb'
  | 'archiveEntryNotAllowed'
  | 'imageTooLarge'
  | 'imageTooSmall'
  | 'fileIsInfected'
  | 'scannerUnavailable'
  | 'fileNotFound'
  | 'fileDamaged'
  | 'storageFull'
  | 'storageUnavailable'

export class FileProblem extends Error {
  readonly code: `storage.${FileProblemCode}`
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FileProblemCode, details: Readonly<Record<string, unknown>> = {}) {
    super(`storage.${code}`)
    this.name = 'FileProblem'
    this.code = `storage.${code}`
    this.details = details
  }
}

/** The HTTP status each refusal has at an upload; what is damaged or missing on our side is not the sender's fault. */
export const fileProblemStatus: Readonly<Record<string, number>> = {
  'storage.fileTooLarge': 413,
  'storage.fileEmpty': 422,
  'storage.fileNameNotAllowed': 422,
  'storage.fileTypeNotAllowed': 415,
  'storage.fileIsExecutable': 415,
  'storage.fileNotWhatItsNameSays': 422,
  'storage.fileIsTwoThingsAtOnce': 422,
  'storage.fileHasActiveContent': 422,
  'storage.fileIsEncrypted': 422,
  'storage.fileIsBroken': 422,
  'storage.fileIsArchiveBomb': 422,
  'storage.archiveEntryNotAllowed': 422,
  'storage.imageTooLarge': 422,
  'storage.imageTooSmall': 422,
  'storage.fileIsInfected': 422,
  'storage.scannerUnavailable': 503,
  'storage.fileNotFound': 404,
  'storage.fileDamaged': 500,
  'storage.storageFull': 507,
  'storage.storageUnavailable': 503,
} satisfies Record<`storage.${FileProblemCode}`, number>
