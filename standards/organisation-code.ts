import { Malformed, faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { ALPHABET_36, valuesOf } from './iso-7064.ts'

export type OrganisationCodeFault = 'length' | 'characters' | 'check'

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

function checkCharacter(body: string): string {
  const values = valuesOf(body, ALPHABET_36)
  if (values?.length !== 8) throw new Malformed('organisation code', 'body')
  const sum = values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0)
  return '0X987654321'.charAt(sum % 11)
}

/** Reads an organisation code (组织机构代码, GB 11714): nine characters, with or without the hyphen before the last. */
export function parseOrganisationCode(text: string): Checked<string, OrganisationCodeFault> {
  const code = normaliseNumber(text).replace(/^(.{8})-(.)$/, '$1$2')
  if (code.length !== 9) return faulty('length')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return faulty('characters')
  return checkCharacter(code.slice(0, 8)) === code.charAt(8) ? sound(code) : faulty('check')
}

export function isOrganisationCode(text: string): boolean {
  return parseOrganisationCode(text).ok
}

/** The whole code from its eight-character body. */
export function makeOrganisationCode(body: string): string {
  return body + checkCharacter(body)
}

/** The written form XXXXXXXX-X. */
export function formatOrganisationCode(code: string): string {
  const bare = must('organisation code', parseOrganisationCode(code))
  return `${bare.slice(0, 8)}-${bare.slice(8)}`
}
