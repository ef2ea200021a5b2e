import type { PaperFacts } from '@yiwang/documents/contract'
import type { FileVerdict, NumberVerdict, PublicLicence } from '@yiwang/licences/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, textOf } from './form-errors.ts'
import { dateTimeWords, dateWords } from './dates.ts'

/** 验证照: by number or QR code, or by the file itself. Says what is true now, and when it was asked. */
type Outcome = 'valid' | 'paper' | 'sealed' | 'invalid' | 'unsigned' | 'unreadable' | 'unknown' | 'tampered' | State
type State = 'pending' | 'expired' | 'replaced' | 'suspended' | 'rescinded' | 'revoked'
type Found = {
  outcome: Outcome
  kind?: string
  number?: string
  issuerName?: string
  issuedOn?: string
  validUntil?: string | undefined
  checkedAt: string
  checks?: { name: string; passed: boolean; problems: string[] }[]
}

export type Verification = {
  good: boolean
  tone: 'green' | 'amber' | 'red'
  title: string
  text: string
  facts: { label: string; value: string }[]
  checks: { name: string; passed: boolean; detail: string }[]
  checkedAt: string
}

/** A licence by its identifier or the number printed on it, or an official paper by the code of its QR code. */
export async function verifyNumber(api: Api, number: string, t: Translate, language: Language) {
  const paper = number.includes('.') ? undefined : await paperBy(api, number)
  const found = !paper || isUnknown(paper) ? await licenceBy(api, number) : paper
  return 'errors' in found ? { errors: errorsOf(found.errors, t) } : { verification: verificationOf(found, t, language) }
}

type Missed = { errors: Awaited<ReturnType<Api['get']>> }
const isUnknown = (found: Found | Missed) => 'outcome' in found && found.outcome === 'unknown'
const unknown = (): Found => ({ outcome: 'unknown', checkedAt: new Date().toISOString() })

async function licenceBy(api: Api, identifier: string): Promise<Found | Missed> {
  const answer = await api.get<NumberVerdict>(`/licences/verification/${encodeURIComponent(identifier)}`)
  if (answer.status === 404 || answer.status === 400) return unknown()
  return isOk(answer) ? { ...licenceFacts(answer.body), checkedAt: answer.body.checkedAt } : { errors: answer }
}

async function paperBy(api: Api, code: string): Promise<Found | Missed> {
  const answer = await api.get<PaperFacts>(`/papers/by-code/${encodeURIComponent(code)}`)
  if (answer.status === 404 || answer.status === 400) return unknown()
  if (!isOk(answer)) return { errors: answer }
  return { ...paperFacts(answer.body), checkedAt: new Date().toISOString() }
}

const paperFacts = ({ title, number, bodyName, issuedOn, effect }: PaperFacts): Omit<Found, 'checkedAt'> => ({
  outcome: effect === 'inForce' ? 'paper' : effect,
  kind: title,
  number,
  issuerName: bodyName,
  issuedOn,
})

/** What is none of these was taken back in one way or another. */
const states: Partial<Record<PublicLicence['state'], Outcome>> = {
  valid: 'valid',
  pending: 'pending',
  expired: 'expired',
  replaced: 'replaced',
  suspended: 'suspended',
  lost: 'suspended',
}

function licenceFacts({ identifier, typeName, issuerName, issuedOn, validUntil, state }: PublicLicence): Omit<Found, 'checkedAt'> {
  return { outcome: states[state] ?? 'revoked', kind: typeName, number: identifier, issuerName, issuedOn, validUntil }
}

const verdicts: Record<string, Outcome> = {
  altered: 'tampered',
  unsigned: 'unsigned',
  untrusted: 'invalid',
  unreadable: 'unreadable',
  sealRevoked: 'revoked',
  sealExpired: 'expired',
  unknown: 'sealed',
}

/** The signature on the file itself is what counts; the library adds what became of the licence since. */
export async function verifyFile(api: Api, form: FormData, t: Translate, language: Language) {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) {
    const errors: FormErrors = textOf(form, 'number') ? { fields: {} } : { fields: { file: t('verify.noFile') } }
    return { errors }
  }
  const body = new FormData()
  body.set('file', file)
  const answer = await api.post<FileVerdict>('/licences/verification', { body })
  return isOk(answer) ? { verification: verificationOf(fileFacts(answer.body), t, language) } : { errors: errorsOf(answer, t) }
}

function fileFacts({ verdict, licence, paper, signatures, checkedAt }: FileVerdict): Found {
  const checks = signatures.map(({ signer = '', valid, problems }) => ({ name: signer, passed: valid, problems }))
  const known = licence ? licenceFacts(licence) : paper ? paperFacts(paper) : { outcome: 'unknown' as const }
  return { ...known, outcome: verdicts[verdict] ?? known.outcome, checks, checkedAt }
}

const doubtful = new Set<Outcome>(['pending', 'replaced', 'suspended', 'expired', 'unknown', 'sealed', 'unsigned', 'unreadable'])

/** Why a signature does not hold, as far as it helps who is no expert: the content, the certificate, or the signature itself. */
function faultOf(problems: readonly string[], t: Translate): string {
  if (problems.length === 0) return ''
  if (problems.some((one) => contentFaults.has(one))) return t('verify.faultContent')
  return t(problems.some((one) => certificateFaults.has(one)) ? 'verify.faultCertificate' : 'verify.faultSignature')
}
const contentFaults = new Set(['digestMismatch', 'changedAfterSigning'])
const certificateFaults = new Set([
  'untrusted',
  'expired',
  'notYetValid',
  'revoked',
  'revocationUnknown',
  'timeStampUntrusted',
  'noSignerCertificate',
  'otherCertificate',
])

function verificationOf(found: Found, t: Translate, language: Language): Verification {
  const good = found.outcome === 'valid' || found.outcome === 'paper'
  const facts: [string, string | undefined][] = [
    ['kind', found.kind],
    ['number', found.number],
    ['issuer', found.issuerName],
    ['issuedOn', found.issuedOn && dateWords(found.issuedOn, language)],
    ['validUntil', found.validUntil && dateWords(found.validUntil, language)],
  ]
  return {
    good,
    tone: good ? 'green' : doubtful.has(found.outcome) ? 'amber' : 'red',
    title: t(`verify.${found.outcome}`),
    text: t(`verify.${found.outcome}Text`),
    facts: facts.filter(([, value]) => value).map(([key, value]) => ({ label: t(`verify.${key}`), value: value ?? '' })),
    checks: (found.checks ?? []).map(({ name, passed, problems }) => ({ name, passed, detail: faultOf(problems, t) })),
    checkedAt: dateTimeWords(found.checkedAt, language),
  }
}
