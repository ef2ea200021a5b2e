import { archiveLimits, checkZip } from './check-zip.ts'
import type { ArchiveLimits } from './check-zip.ts'
import { checkImage, imageBounds, isImage } from './check-image.ts'
import type { ImageBounds, ImageFacts } from './check-image.ts'
import { checkPdf } from './check-pdf.ts'
import { checkText } from './check-text.ts'
import { detectKind } from './detect-kind.ts'
import { executableBy } from './executable-magic.ts'
import { commonKinds, executableEndings, fileKinds } from './file-kinds.ts'
import type { FileKind } from './file-kinds.ts'
import { cleanFileName } from './file-name.ts'
import { FileProblem } from './problem.ts'
import { contains, utf16, withFile } from './read-part.ts'
import type { OpenedFile } from './read-part.ts'

export type UploadRules = {
  /** The name the sender gave it. */
  name: string
  /** The media type the sender gave it; a general one (application/octet-stream) says nothing. */
  mediaType?: string
  /** Defaults to papers, pictures and office files. */
  allow?: readonly FileKind[]
  image?: Partial<ImageBounds>
  archive?: Partial<ArchiveLimits>
}

/** What was found: a name fit to show, the kind by content, its proper media type, and the size of a picture. */
export type AcceptedUpload = { name: string; kind: FileKind; mediaType: string; image?: ImageFacts }

const sayNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download', 'application/force-download'])

/**
 * Takes a file that came from outside for hostile and looks whether it is what it says (电子文书自动检查, the guide 七（一）3（2）):
 * name, announced type and content must agree, the kind must be allowed, and nothing in it may run, hide or burst.
 */
export async function checkUpload(path: string, rules: UploadRules): Promise<AcceptedUpload> {
  const { name, ending } = cleanFileName(rules.name)
  if (executableEndings.has(ending)) throw new FileProblem('fileIsExecutable', { name })
  return withFile(path, async (file) => {
    const kind = await kindOf(file, name)
    if (!(rules.allow ?? commonKinds).includes(kind))
      throw new FileProblem('fileTypeNotAllowed', { name, kind, allowed: endingsOf(rules.allow ?? commonKinds) })
    checkAgreement(kind, ending, rules.mediaType, name)
    const image = await checkInside(file, kind, rules)
    return { name, kind, mediaType: fileKinds[kind].mediaTypes[0], ...(image && { image }) }
  })
}

async function kindOf(file: OpenedFile, name: string): Promise<FileKind> {
  const program = executableBy(await file.part(0, 64))
  if (program) throw new FileProblem('fileIsExecutable', { name, program })
  const kind = await detectKind(file)
  if (!kind) throw new FileProblem('fileTypeNotAllowed', { name })
  return kind === 'text' && name.endsWith('.csv') ? 'csv' : kind
}

function endingsOf(kinds: readonly FileKind[]): string[] {
  return kinds.flatMap((kind) => fileKinds[kind].endings)
}

function checkAgreement(kind: FileKind, ending: string, announced: string | undefined, name: string): void {
  const { endings, mediaTypes }: { endings: readonly string[]; mediaTypes: readonly string[] } = fileKinds[kind]
  const type = (announced ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const agrees = endings.includes(ending) && (sayNothing.has(type) || mediaTypes.includes(type))
  if (!agrees) throw new FileProblem('fileNotWhatItsNameSays', { name, kind, ...(type && { announced: type.slice(0, 100) }) })
}

async function checkInside(file: OpenedFile, kind: FileKind, rules: UploadRules): Promise<ImageFacts | undefined> {
  if (isImage(kind)) return checkImage(file, kind, { ...imageBounds, ...rules.image })
  if (kind === 'pdf') await checkPdf(file)
  else if (kind === 'docx' || kind === 'xlsx' || kind === 'pptx' || kind === 'ofd' || kind === 'zip')
    await checkZip(file, kind, { ...archiveLimits, ...rules.archive })
  else if (kind === 'doc' || kind === 'xls') await checkCompound(file)
  else if (kind !== 'dwg') await checkText(file, kind)
  return undefined
}

/** Old office files keep macros and passwords in streams of fixed UTF-16 names (MS-OVBA 2.2.1, MS-OFFCRYPTO). */
async function checkCompound(file: OpenedFile): Promise<void> {
  const active = await contains(file, [utf16('_vba_project'), utf16('macros'), utf16('\x01ole10native')])
  if (active) throw new FileProblem('fileHasActiveContent', { what: 'macros or embedded object' })
  if (await contains(file, [utf16('encryptedpackage')])) throw new FileProblem('fileIsEncrypted', { what: 'office file' })
}
