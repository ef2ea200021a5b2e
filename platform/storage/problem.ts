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
