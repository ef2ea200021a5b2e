import type { CorrectionRequest } from './contract.ts'

/** The code by which a correction asks for the application form itself. */
export const formCode = '$form'

type Codes = readonly { code: string }[]

/**
 * All that is missing is asked for once (一次告知, 行政许可法 32（四）): a further request may name only what the answers were about.
 * @returns the codes that are new and therefore may not be asked for.
 */
export function newlyAsked(earlier: readonly Pick<CorrectionRequest, 'items'>[], now: Codes): string[] {
  if (earlier.length === 0) return []
  const known = new Set(earlier.flatMap(({ items }) => items.map(({ code }) => code)))
  return now.map(({ code }) => code).filter((code) => !known.has(code))
}

/** What an answer gives without having been asked for, and what it leaves open. */
export function answerFaults(asked: Codes, given: Codes, form: boolean): { notAsked: string[]; open: string[] } {
  const wanted = new Set(asked.map(({ code }) => code))
  const codes = [...given.map(({ code }) => code), ...(form ? [formCode] : [])]
  return { notAsked: codes.filter((code) => !wanted.has(code)), open: [...wanted].filter((code) => !codes.includes(code)) }
}
