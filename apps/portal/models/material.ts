import type { Translate } from '../i18n.ts'

export type ApiMaterial = {
  materialId: string
  name: string
  kind: string
  source: 'applicant' | 'government' | 'intermediary' | 'other'
  issuer?: string
  issuerContact?: string
  originals: number
  copies: number
  paper?: string
  medium: 'paper' | 'electronic' | 'either'
  need: 'required' | 'situational' | 'deferrable'
  situation?: string
  fillingNotes?: string
  acceptance?: string
  legalBasis?: string
  formHref?: string
  sampleHref?: string
  /** The licence library or a base register has it: nothing to hand in (免提交). */
  fromLibrary: boolean
}

/** One row of the table of materials: everything element 13 asks for, in words. */
export type Material = {
  id: string
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

export function materialOf(one: ApiMaterial, t: Translate): Material {
  const notes: [string, string | undefined][] = [
    ['filling', one.fillingNotes],
    ['acceptance', one.acceptance],
    ['basis', one.legalBasis],
    ['issuerContact', one.issuerContact],
  ]
  return {
    id: one.materialId,
    name: one.name,
    kind: one.kind,
    need: { word: t(`need.${one.need}`), tone: one.need === 'required' ? 'plain' : 'amber' },
    situation: one.situation ?? '',
    copies: copyWords(one, t),
    medium: t(`medium.${one.medium}`),
    source: t(`source.${one.source}`),
    issuer: one.issuer ?? '',
    fromLibrary: one.fromLibrary,
    notes: notes.filter(([, text]) => text).map(([key, text]) => ({ label: t(`material.${key}`), text: text ?? '' })),
    ...(one.formHref && { formHref: one.formHref }),
    ...(one.sampleHref && { sampleHref: one.sampleHref }),
  }
}

function copyWords({ originals, copies, paper }: ApiMaterial, t: Translate): string {
  const parts = [originals > 0 && t('copies.originals', { count: originals }), copies > 0 && t('copies.copies', { count: copies }), paper]
  return parts.filter(Boolean).join(t('list.comma')) || t('copies.none')
}
