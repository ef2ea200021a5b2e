import type { Attachment, LegalBasis } from '@yiwang/catalogue/contract'

/** Samples and blank forms are public texts, downloaded as they stand. */
export const attachmentHref = ({ text = '', name }: Attachment): string =>
  `data:text/plain;charset=utf-8,${encodeURIComponent(`${name}\n\n${text}`)}`

/** 《食品安全法》第三十五条. That nobody has compared it with the law yet (待核) is for the staff who keep the catalogue. */
export function basisWords({ title, clause = '' }: LegalBasis): string {
  const quoted = /^《/.test(title) ? title : `《${title}》`
  return `${quoted}${clause}`
}
