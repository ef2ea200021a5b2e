import { agreementInForce } from '@yiwang/identity/contract'
import type { Translate } from '../i18n.ts'
import texts from '../messages/agreements.zh-CN.json' with { type: 'json' }

/** 附录四 of the guide: ten articles each for persons and for organisations, with the names of the place filled in. */
export type AgreementKind = 'person' | 'organisation'
export type Agreement = { title: string; version: string; articles: { title: string; paragraphs: string[] }[] }

export function agreementOf(kind: AgreementKind, operator: string, t: Translate): Agreement {
  const fill = (text: string) => text.replace('{administration}', operator).replace('{portal}', t('site.full'))
  const { title, articles } = texts[kind]
  return {
    title,
    version: agreementInForce[kind],
    articles: articles.map((one) => ({ title: one.title, paragraphs: one.paragraphs.map(fill) })),
  }
}
