import type { KeptFile } from '@yiwang/documents/contract'
import { type Answer, type Api, isOk } from '../api.ts'

export const isFile = (value: FormDataEntryValue | null): value is File => value instanceof File && value.size > 0

/** Chosen, but nothing in it; where nothing was chosen a browser sends a file without a name. */
export const isEmpty = (value: FormDataEntryValue | null): value is File => value instanceof File && value.size === 0 && value.name !== ''

/** A file into one's own library, where everything that is handed in comes from. */
export async function upload(api: Api, file: File): Promise<{ kept: KeptFile } | { refused: Answer }> {
  const body = new FormData()
  body.set('file', file, file.name)
  const answer = await api.post<KeptFile>('/files', { body })
  return isOk(answer) ? { kept: answer.body } : { refused: answer }
}
