import { corporateThemes, nameOfCode, personThemes } from '@yiwang/standards'
import { tOf } from '../words/index.ts'

const sets = [
  { audience: 'person', set: personThemes },
  { audience: 'organisation', set: corporateThemes },
] as const

/** A service theme (服务主题) by its name, and whose it is: the same name stands in both sets. */
export function nameOfTheme(code: string): string {
  for (const { audience, set } of sets) {
    const name = nameOfCode(set, code)
    if (name !== undefined) return `${name}（${tOf('audience', audience)}）`
  }
  return code
}

/** All of them to choose from, those of people first. */
export const themeOptions = () =>
  sets.map(({ audience, set }) => ({
    label: tOf('audience', audience),
    options: set.entries.map(({ code }) => ({ value: code, label: nameOfTheme(code) })),
  }))
