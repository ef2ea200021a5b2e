import { language, tOf } from '../words/index.ts'

/** A role by its name in this house; roles that came with it have an English one. */
export function sayRole({ code, name }: { code: string; name: string }): string {
  if (language() === 'zh-CN') return name
  const known = tOf('role', code)
  return known === code ? name : known
}
