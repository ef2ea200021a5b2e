import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'

type ApiLicence = {
  identifier: string
  typeName: string
  number: string
  issuerName: string
  holderName: string
  issuedOn: string
  validUntil?: string
  state: string
  trustLevel: 'A' | 'B' | 'C' | 'D'
  origin: 'pushed' | 'uploaded'
}

export type Licence = {
  identifier: string
  name: string
  number: string
  issuer: string
  holder: string
  issued: string
  validity: string
  state: { word: string; good: boolean }
  trust: string
  origin: string
  own: boolean
  /** None while it is not in force yet. */
  fileHref?: string
  /** Only what its issuer stands for and is valid can be copied for a use. */
  copyHref?: string
}

/** 证照信息 (五（一）3（2）): pushed here by who issued it and not to be changed, or uploaded by oneself. */
export async function loadLicences(api: Api, t: Translate, language: Language): Promise<Licence[]> {
  const answer = await api.get<{ items: ApiLicence[] }>('/my/licences', { query: { limit: 50 } })
  return isOk(answer) ? answer.body.items.map((one) => licenceOf(one, t, language)) : []
}

const licenceOf = (one: ApiLicence, t: Translate, language: Language): Licence => ({
  identifier: one.identifier,
  name: one.typeName,
  number: one.number,
  issuer: one.issuerName,
  holder: one.holderName,
  issued: dateWords(one.issuedOn, language),
  validity: one.validUntil ? t('licence.until', { date: dateWords(one.validUntil, language) }) : t('licence.lasting'),
  state: { word: t(`licenceState.${one.state}`), good: one.state === 'valid' },
  trust: t(`trust.${one.trustLevel}`),
  origin: t(`licence.${one.origin}`),
  own: one.origin === 'uploaded',
  ...(one.state !== 'pending' && { fileHref: `/api/v1/my/licences/${encodeURIComponent(one.identifier)}/content` }),
  ...(one.origin === 'pushed' && one.state === 'valid' && { copyHref: `/my/licences/${encodeURIComponent(one.identifier)}/copy` }),
})
