import type { Attachment, LegalBasis } from '@yiwang/catalogue/contract'

/** Samples and blank forms are public; each is one file of the catalogue, or a short text. */
export const attachmentHref = ({ fileId, text = '', name }: Attachment): string =>
  fileId ? `/api/v1/attachments/${encodeURIComponent(fileId)}` : `data:text/plain;charset=utf-8,${encodeURIComponent(`${name}\n\n${text}`)}`

/** 《食品安全法》第三十五条. That nobody has compared it with the law yet (待核) is for the staff who keep the catalogue. */
export function basisWords({ title, clause = '' }: LegalBasis): string {
  const quoted = /^《/.test(title) ? title : `《${title}》`
  return `${quoted}${clause}`
}
