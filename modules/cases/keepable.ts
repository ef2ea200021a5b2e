import { problem } from './problems.ts'

/** More than this no form of an application holds; larger ones are refused before anything else is looked at. */
const largestForm = 200_000

/** @throws case.formTooLarge, case.textNotAllowed: what the database could not keep as it was typed. */
export function requireKeepable(value: unknown): void {
  const text = JSON.stringify(value)
  if (text.length > largestForm) throw problem.formTooLarge()
  // NUL and halves of a character are no text; they come from programs, not from people.
  if (/\\u(0000|d[89a-f])/i.test(text.replaceAll('\\\\', ''))) throw problem.textNotAllowed()
}
