import type { KeptFile } from '@yiwang/documents/contract'
import type { Language } from '../i18n.ts'
import { dateTimeWords } from './dates.ts'
import { sizeWords } from './files.ts'

export type FileChoice = { value: string; label: string }

/** Files kept before, to choose from; those that have one name are told apart by when they came and how large they are. */
export function fileChoices(kept: readonly KeptFile[], language: Language): FileChoice[] {
  const shared = (name: string) => kept.filter((one) => one.name === name).length > 1
  return kept.map(({ id, name, keptAt, size }) => ({
    value: id,
    label: shared(name) ? [name, dateTimeWords(keptAt, language), sizeWords(size)].join(language === 'zh' ? '，' : ', ') : name,
  }))
}
