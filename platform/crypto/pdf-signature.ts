import type { SignedField } from './acro-form.ts'
import type { Certificate } from './certificate.ts'
import { checkCms, type CmsProblem } from './check-cms.ts'
import { readCms } from './cms.ts'
import { readPadded } from './der.ts'
import { oids } from './oids.ts'
import { momentOf } from './pades.ts'
import type { PdfDocument } from './pdf-document.ts'
import { isKind, nameIs, textOf } from './pdf-values.ts'
import { CryptoProblem } from './problems.ts'
import { checkTimeStamp, type TimeStamp } from './time-stamp.ts'

/** What one signature says and whether it holds over its range; trust and later changes are looked at elsewhere. */
export type ReadSignature = {
  field: SignedField
  kind: 'signature' | 'timeStamp'
  /** Where the signed state of the file ends. */
  end: number
  certificate?: Certificate
  certificates: readonly Certificate[]
  claimedAt?: Date
  stamp?: TimeStamp
  problems: readonly PdfSignatureFault[]
}

export type PdfSignatureFault = CmsProblem | 'byteRange' | 'missingField' | 'unknownFormat' | 'unreadableSignature' | 'badTimeStamp'

export function readSignature(document: PdfDocument, field: SignedField): ReadSignature {
  const { entries } = field.value
  const moment = momentOf(textOf(entries.get('M')))
  const base = { field, kind: 'signature', end: 0, certificates: [], ...(moment === undefined ? {} : { claimedAt: moment }) } as const
  if (!entries.has('ByteRange') || !entries.has('Contents') || !entries.has('SubFilter')) return { ...base, problems: ['missingField'] }
  const range = rangeOf(document, field)
  if (range === undefined) return { ...base, problems: ['byteRange'] }
  const signed = [document.bytes.subarray(0, range.from), document.bytes.subarray(range.to, range.end)]
  const placed = { ...base, end: range.end }
  try {
    const contents = readPadded(range.contents).raw
    if (nameIs(entries.get('SubFilter'), 'ETSI.RFC3161')) return { ...placed, kind: 'timeStamp', ...readDocumentStamp(contents, signed) }
    if (!nameIs(entries.get('SubFilter'), 'ETSI.CAdES.detached', 'adbe.pkcs7.detached')) return { ...placed, problems: ['unknownFormat'] }
    return { ...placed, ...readCmsSignature(contents, signed) }
  } catch (error) {
    if (error instanceof CryptoProblem) return { ...placed, problems: ['unreadableSignature'] }
    throw error
  }
}

/** Blanks within the string and digits in another case would leave the signature as it is, and the file not as it was signed. */
const plainHex = /^<(?:[0-9A-F]*|[0-9a-f]*)>$/

/**
 * The signed ranges, only if they are everything up to their end except exactly the string in /Contents: a wider gap
 * could hold other content (signature wrapping), a start past zero another beginning.
 */
function rangeOf(document: PdfDocument, field: SignedField): { from: number; to: number; end: number; contents: Buffer } | undefined {
  const range = field.value.entries.get('ByteRange')
  const contents = field.value.entries.get('Contents')
  if (!isKind(range, 'array') || range.items.length !== 4 || !isKind(contents, 'string') || !contents.hex) return undefined
  const [start, from, to, rest] = range.items
  if (start !== 0 || from !== contents.at || to !== contents.end || typeof rest !== 'number') return undefined
  // An object inside an object stream would give places within that stream.
  const entry = document.entries.get(field.valueNumber)
  if (!plainHex.test(document.bytes.toString('latin1', contents.at, contents.end))) return undefined
  if (entry?.kind !== 'plain' || entry.at > contents.at) return undefined
  const end = contents.end + rest
  if (!Number.isInteger(end) || rest <= 0 || end > document.bytes.length) return undefined
  return { from: contents.at, to: contents.end, end, contents: contents.bytes }
}

function readCmsSignature(
  contents: Buffer,
  signed: readonly Buffer[],
): Pick<ReadSignature, 'certificates' | 'problems' | 'certificate' | 'stamp'> {
  const cms = readCms(contents)
  const checked = checkCms(cms, signed)
  // A detached signature that carries content of its own signs that, not the paper.
  const problems: PdfSignatureFault[] = cms.content === undefined ? [...checked.problems] : ['unknownFormat']
  const token = cms.signer.unsigned.get(oids.timeStampToken)
  const stamp = token === undefined ? undefined : stampOf(token.raw, cms.signer.signature)
  if (stamp === 'bad') problems.push('badTimeStamp')
  return {
    certificates: cms.certificates,
    problems,
    ...(checked.certificate === undefined ? {} : { certificate: checked.certificate }),
    ...(stamp === undefined || stamp === 'bad' ? {} : { stamp }),
  }
}

function stampOf(token: Buffer, signature: Buffer): TimeStamp | 'bad' {
  try {
    return checkTimeStamp(token, signature)
  } catch (error) {
    if (error instanceof CryptoProblem) return 'bad'
    throw error
  }
}

function readDocumentStamp(
  contents: Buffer,
  signed: readonly Buffer[],
): Pick<ReadSignature, 'certificates' | 'problems' | 'certificate' | 'stamp'> {
  const stamp = stampOf(contents, Buffer.concat(signed))
  if (stamp === 'bad') return { certificates: [], problems: ['badTimeStamp'] }
  return { certificates: stamp.certificates, certificate: stamp.certificate, stamp, problems: [] }
}
