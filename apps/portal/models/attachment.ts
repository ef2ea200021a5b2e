import type { Attachment, LegalBasis } from '@yiwang/catalogue/contract'
import type { Translate } from '../i18n.ts'

/** Samples and blank forms are public; each is one file of the catalogue, or a short text. */
export const attachmentHref = ({ fileId, text = '', name }: Attachment): string =>
  fileId ? `/api/v1/attachments/${encodeURIComponent(fileId)}` : `data:text/plain;charset=utf-8,${encodeURIComponent(`${name}\n\n${text}`)}`

/** 《食品安全法》第三十五条; what nobody has compared with the law says so. */
export function basisWords({ title, clause = '', checked }: LegalBasis, t: Translate): string {
  const quoted = /^《/.test(title) ? title : `《${title}》`
  return `${quoted}${clause}${checked ? '' : t('guide.unchecked')}`
}
