import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, textOf } from './form-errors.ts'
import { dateTimeWords, dateWords } from './dates.ts'

/** 验证照: by number or code, or by the file itself. Says what is true now, and when it was asked. */
type ApiVerification = {
  outcome: 'valid' | 'invalid' | 'unknown' | 'expired' | 'revoked' | 'tampered'
  kind?: string
  number?: string
  holderName?: string
  issuerName?: string
  issuedOn?: string
  validUntil?: string
  checkedAt: string
  checks?: { name: string; passed: boolean; detail?: string }[]
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

export async function verifyNumber(api: Api, number: string, t: Translate, language: Language) {
  const answer = await api.get<ApiVerification>('/verifications', { query: { number } })
  return isOk(answer) ? { verification: verificationOf(answer.body, t, language) } : { errors: errorsOf(answer, t) }
}

export async function verifyFile(api: Api, form: FormData, t: Translate, language: Language) {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) {
    const errors: FormErrors = textOf(form, 'number') ? { fields: {} } : { fields: { file: t('verify.noFile') } }
    return { errors }
  }
  const body = new FormData()
  body.set('file', file)
  const answer = await api.post<ApiVerification>('/verifications', { body })
  return isOk(answer) ? { verification: verificationOf(answer.body, t, language) } : { errors: errorsOf(answer, t) }
}

function verificationOf(found: ApiVerification, t: Translate, language: Language): Verification {
  const good = found.outcome === 'valid'
  const facts: [string, string | undefined][] = [
    ['kind', found.kind],
    ['number', found.number],
    ['holder', found.holderName],
    ['issuer', found.issuerName],
    ['issuedOn', found.issuedOn && dateWords(found.issuedOn, language)],
    ['validUntil', found.validUntil && dateWords(found.validUntil, language)],
  ]
  return {
    good,
    tone: good ? 'green' : found.outcome === 'expired' || found.outcome === 'unknown' ? 'amber' : 'red',
    title: t(`verify.${found.outcome}`),
    text: t(`verify.${found.outcome}Text`),
    facts: facts.filter(([, value]) => value).map(([key, value]) => ({ label: t(`verify.${key}`), value: value ?? '' })),
    checks: (found.checks ?? []).map(({ name, passed, detail = '' }) => ({ name, passed, detail })),
    checkedAt: dateTimeWords(found.checkedAt, language),
  }
}
