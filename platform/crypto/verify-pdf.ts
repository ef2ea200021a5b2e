import { signedFieldsOf } from './acro-form.ts'
import type { Certificate } from './certificate.ts'
import type { DistinguishedName } from './names.ts'
import { changesBetween } from './pdf-changes.ts'
import { openPdf, type PdfDocument } from './pdf-document.ts'
import { readSignature, type PdfSignatureFault, type ReadSignature } from './pdf-signature.ts'
import { tailIsTidy } from './pdf-tail.ts'
import { CryptoProblem } from './problems.ts'
import type { Revocation, RevocationList } from './revocation-list.ts'
import { checkTrust, type TrustProblem } from './trust.ts'

export type PdfVerdict = 'valid' | 'altered' | 'unsigned' | 'untrusted' | 'revoked' | 'expired' | 'unreadable'

export type PdfSignatureProblem = PdfSignatureFault | TrustProblem | 'changedAfterSigning' | 'timeStampUntrusted'

export type PdfSignatureReport = {
  valid: boolean
  fieldName: string
  kind: 'signature' | 'timeStamp'
  signer?: DistinguishedName
  certificate?: Certificate
  /** The moment proven by a time stamp, or else only claimed by the signer (`stamped` tells which). */
  signedAt?: Date
  stamped: boolean
  coversWholeDocument: boolean
  problems: readonly PdfSignatureProblem[]
  /** What was changed after this signature, where something was. */
  changes: readonly string[]
  revocation?: Revocation
}

export type PdfReport = { verdict: PdfVerdict; signatures: readonly PdfSignatureReport[]; problems: readonly string[] }

export type PdfQuestion = {
  anchors: readonly Certificate[]
  /** Trusted for time stamps; the same as `anchors` unless given. */
  timeStampAnchors?: readonly Certificate[]
  /** The moment of asking. A signature without a trusted stamp is judged as of this moment, for its own date proves nothing. */
  now: Date
  /** Set where the moment of signing is known from elsewhere, as from the platform's own sealed log. */
  signedAt?: Date
  revocationLists?: readonly RevocationList[]
  revocation?: 'required' | 'ifKnown'
}

const mostSignatures = 50

/** Checks a signed PDF (验章). Never throws for what is in the file, whoever made it. */
export function verifyPdf(pdf: Uint8Array, question: PdfQuestion): PdfReport {
  try {
    return report(openPdf(pdf), question)
  } catch (error) {
    const said = error instanceof CryptoProblem ? error.message : 'the PDF cannot be read'
    return { verdict: 'unreadable', signatures: [], problems: [said] }
  }
}

function report(document: PdfDocument, question: PdfQuestion): PdfReport {
  const fields = signedFieldsOf(document)
  if (fields.length > mostSignatures) throw new CryptoProblem('badPdf', 'too many signatures')
  const problems = strayProblems(document, fields.length)
  const read = fields.map((field) => readSignature(document, field)).toSorted((a, b) => a.end - b.end)
  const signatures = read.map((each) => reportSignature(document, each, question))
  return { verdict: verdictOf(signatures, problems), signatures, problems }
}

/** Byte ranges that belong to no signature of the form: traces of one that was wrapped, doubled or taken out. */
function strayProblems(document: PdfDocument, known: number): string[] {
  let found = 0
  for (let at = document.bytes.indexOf('/ByteRange'); at >= 0 && found < 1000; at = document.bytes.indexOf('/ByteRange', at + 1)) found += 1
  return found === known ? [] : [`${found} byte ranges for ${known} signatures`]
}

function reportSignature(document: PdfDocument, read: ReadSignature, question: PdfQuestion): PdfSignatureReport {
  const coversWholeDocument = read.end === document.bytes.length
  const changes = read.end === 0 || coversWholeDocument ? [] : changesAfter(document, read)
  const trust = trustOf(read, question)
  const problems = [...read.problems, ...(changes.length > 0 ? (['changedAfterSigning'] as const) : []), ...trust.problems]
  const signedAt = read.stamp?.at ?? read.claimedAt
  return {
    valid: problems.length === 0,
    fieldName: read.field.name,
    kind: read.kind,
    ...(read.certificate === undefined ? {} : { signer: read.certificate.subject, certificate: read.certificate }),
    ...(signedAt === undefined ? {} : { signedAt }),
    stamped: read.stamp !== undefined,
    coversWholeDocument,
    problems,
    changes,
    ...(trust.revocation === undefined ? {} : { revocation: trust.revocation }),
  }
}

/** Compares the state this signature signed with the file as it is. */
function changesAfter(document: PdfDocument, read: ReadSignature): string[] {
  try {
    const signed = openPdf(document.bytes.subarray(0, read.end))
    const start = signed.sections[0]?.at
    if (!document.sections.some((section) => section.at === start)) return ['cross-reference']
    const field = signedFieldsOf(signed).find((each) => each.valueNumber === read.field.valueNumber)
    if (field?.fieldNumber !== read.field.fieldNumber) return ['signature field']
    return [...(tailIsTidy(document, read.end) ? [] : ['bytes outside of objects']), ...changesBetween(signed, document)]
  } catch (error) {
    if (error instanceof CryptoProblem) return ['signed state cannot be read']
    throw error
  }
}

function trustOf(read: ReadSignature, question: PdfQuestion): { problems: PdfSignatureProblem[]; revocation?: Revocation } {
  if (read.certificate === undefined) return { problems: [] }
  const shared = { revocationLists: question.revocationLists ?? [], revocation: question.revocation ?? 'ifKnown' } as const
  const stampAnchors = question.timeStampAnchors ?? question.anchors
  const { stamp } = read
  const stampTrust =
    stamp &&
    checkTrust({
      certificate: stamp.certificate,
      others: stamp.certificates,
      anchors: stampAnchors,
      at: stamp.at,
      use: 'timeStamp',
      ...shared,
    })
  const proven = stampTrust?.problems.length === 0 && stamp ? stamp.at : (question.signedAt ?? question.now)
  const late = stamp !== undefined && stamp.at > question.now
  const stampProblems: PdfSignatureProblem[] = (stampTrust && stampTrust.problems.length > 0) || late ? ['timeStampUntrusted'] : []
  if (read.kind === 'timeStamp') return { problems: stampProblems }
  const trust = checkTrust({ certificate: read.certificate, others: read.certificates, anchors: question.anchors, at: proven, ...shared })
  return { problems: [...stampProblems, ...trust.problems], ...(trust.revocation === undefined ? {} : { revocation: trust.revocation }) }
}

const trustVerdicts: [PdfSignatureProblem, PdfVerdict][] = [
  ['untrusted', 'untrusted'],
  ['notForThisUse', 'untrusted'],
  ['criticalExtension', 'untrusted'],
  ['timeStampUntrusted', 'untrusted'],
  ['revoked', 'revoked'],
  ['revocationUnknown', 'untrusted'],
  ['expired', 'expired'],
  ['notYetValid', 'untrusted'],
]

function verdictOf(signatures: readonly PdfSignatureReport[], problems: readonly string[]): PdfVerdict {
  if (problems.length > 0) return 'altered'
  if (!signatures.some((each) => each.kind === 'signature')) return 'unsigned'
  const found = new Set(signatures.flatMap((each) => each.problems))
  const ofTrust = new Set(trustVerdicts.map(([problem]) => problem))
  if ([...found].some((problem) => !ofTrust.has(problem))) return 'altered'
  return trustVerdicts.find(([problem]) => found.has(problem))?.[1] ?? 'valid'
}
