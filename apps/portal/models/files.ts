import type { GivenMaterial } from '@yiwang/cases/contract'
import type { KeptFile } from '@yiwang/documents/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { keptFiles } from './kept-files.ts'
import { type FormErrors, errorsOf, hasErrors, missing, noErrors, textOf } from './form-errors.ts'
import { isFile, upload } from './upload.ts'

export type PersonalFile = { id: string; name: string; trust: string; size: string; when: string; href: string }

export async function loadFiles(
  api: Api,
  after: string | null,
  t: Translate,
  language: Language,
): Promise<{ files: PersonalFile[]; next?: string }> {
  const answer = await api.get<{ items: KeptFile[]; next?: string }>('/my/files', { query: { limit: 50, ...(after && { after }) } })
  if (!isOk(answer)) return { files: [] }
  const { items, next } = answer.body
  const files = items.map(({ id, name, trustLevel, size, keptAt }) => ({
    id,
    name,
    trust: t(`trust.${trustLevel}`),
    size: sizeWords(size),
    when: dateWords(keptAt, language),
    href: `/api/v1/files/${encodeURIComponent(id)}/content`,
  }))
  return { files, ...(next && { next: `?after=${encodeURIComponent(next)}` }) }
}

/** What the files of an application are called, for the last look before handing in. */
export async function fileNames(api: Api, given: readonly GivenMaterial[]): Promise<Map<string, string>> {
  return new Map([...(await keptFiles(api, given)).values()].map(({ id, name }) => [id, name]))
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

export type FilesChange = { errors: FormErrors; saved?: 'added' | 'removed' }

/** What is uploaded carries the promise that it is true to the original (RA4-14). */
export async function changeFiles(api: Api, form: FormData, t: Translate): Promise<FilesChange> {
  const remove = textOf(form, 'remove')
  if (remove) {
    const answer = await api.delete(`/my/files/${encodeURIComponent(remove)}`)
    return isOk(answer) ? { errors: noErrors, saved: 'removed' } : { errors: errorsOf(answer, t) }
  }
  const file = form.get('file')
  const errors = missing(form, { promise: t('files.needPromise') })
  if (!isFile(file)) return { errors: { fields: { file: t('files.needFile'), ...errors.fields } } }
  if (hasErrors(errors)) return { errors }
  const sent = await upload(api, file)
  if ('kept' in sent) return { errors: noErrors, saved: 'added' }
  const { general, fields } = errorsOf(sent.refused, t)
  return { errors: { fields: { ...fields, ...(general && { file: general }) } } }
}
