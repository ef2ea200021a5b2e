import type { Material as ItemMaterial } from '@yiwang/catalogue/contract'
import type { Translate } from '../i18n.ts'
import { attachmentHref, basisWords } from './attachment.ts'

/** One row of the table of materials: everything element 13 asks for, in words. */
export type Material = {
  code: string
  name: string
  kind: string
  need: { word: string; tone: 'plain' | 'amber' }
  situation: string
  copies: string
  medium: string
  source: string
  issuer: string
  fromLibrary: boolean
  notes: { label: string; text: string }[]
  formHref?: string
  sampleHref?: string
}

/** The licence library or a base register may have it: whoever has it there hands nothing in (免提交). */
export const isFree = ({ licenceTypes, register }: Pick<ItemMaterial, 'licenceTypes' | 'register'>): boolean =>
  licenceTypes.length > 0 || register !== undefined

export function materialOf(one: ItemMaterial, situations: ReadonlyMap<string, string>, t: Translate): Material {
  const agency = one.intermediary
  const notes: [string, string | undefined][] = [
    ['filling', one.fillingNotes],
    ['acceptance', one.acceptanceStandard],
    ['basis', one.basis.map(basisWords).join(t('list.semicolon'))],
    ['agency', agency && `${agency.kind}${t('list.comma')}${agency.lookup}${t('list.comma')}${agency.phone}`],
  ]
  return {
    code: one.code,
    name: one.name,
    kind: t(`materialKind.${one.kind}`),
    need: { word: t(`need.${one.need}`), tone: one.need === 'required' ? 'plain' : 'amber' },
    situation: one.situations.map((key) => situations.get(key) ?? key).join(t('list.comma')),
    copies: copyWords(one, t),
    medium: t(`medium.${one.medium}`),
    source: t(`source.${one.source}`),
    issuer: one.issuer ?? '',
    fromLibrary: isFree(one),
    notes: notes.filter(([, text]) => text).map(([key, text]) => ({ label: t(`material.${key}`), text: text ?? '' })),
    ...(one.blankForm && { formHref: attachmentHref(one.blankForm) }),
    ...(one.sample && { sampleHref: attachmentHref(one.sample) }),
  }
}

function copyWords({ originals, copies, paperSize }: ItemMaterial, t: Translate): string {
  const parts = [originals > 0 && t('copies.originals', { count: originals }), copies > 0 && t('copies.copies', { count: copies })]
  const words = parts.filter(Boolean)
  return words.length > 0 ? [...words, paperSize].join(t('list.comma')) : t('copies.none')
}
