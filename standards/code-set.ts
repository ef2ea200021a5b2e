/** A dictionary (字典) of codes and Chinese names, with where it comes from and whether the codes were checked against a stored source. */
export type CodeSet<Code extends string = string> = {
  title: string
  source: string
  verified: boolean
  entries: readonly { code: Code; name: string }[]
}

type Origin = { title: string; source: string; verified: boolean }

export function codeSet<const Code extends string>(origin: Origin, pairs: readonly (readonly [Code, string])[]): CodeSet<Code> {
  return { ...origin, entries: pairs.map(([code, name]) => ({ code, name })) }
}

export function isCodeOf<Code extends string>(set: CodeSet<Code>, code: string): code is Code {
  return set.entries.some((entry) => entry.code === code)
}

/** The Chinese name of a code; undefined when the set does not hold it. */
export function nameOfCode(set: CodeSet, code: string): string | undefined {
  return set.entries.find((entry) => entry.code === code)?.name
}

/** The code of a Chinese name; undefined when the set does not hold it. */
export function codeOfName<Code extends string>(set: CodeSet<Code>, name: string): Code | undefined {
  return set.entries.find((entry) => entry.name === name)?.code
}

export function codesOf<Code extends string>(set: CodeSet<Code>): Code[] {
  return set.entries.map(({ code }) => code)
}
