import type { GivenMaterial } from '@yiwang/cases/contract'
import type { KeptFile } from '@yiwang/documents/contract'
import { type Api, isOk } from '../api.ts'

/** The files an application points at, by their ids: each asked for by itself, however many others there are and whether or not it is still in the library. */
export async function keptFiles(api: Api, given: readonly GivenMaterial[]): Promise<Map<string, KeptFile>> {
  const ids = [...new Set(given.flatMap(({ fileId }) => fileId ?? []))]
  const answers = await Promise.all(ids.map((id) => api.get<KeptFile>(`/files/${encodeURIComponent(id)}`)))
  return new Map(answers.flatMap((answer) => (isOk(answer) ? [[answer.body.id, answer.body] as const] : [])))
}
