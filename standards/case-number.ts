import { Malformed, faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { isDivisionCode } from './divisions.ts'
import { mod11and10 } from './iso-7064.ts'
import { isLegalDay } from './legal-day.ts'
import type { LegalDay } from './legal-day.ts'

/**
 * A case number (办件编号, appendix 3): division 6 + date 8 + sequence 7 + check 1. The sequence is counted within the division and the day and
 * comes from a range that the process has reserved. The check is ISO 7064 MOD 11,10, a digit: people say these numbers to the hotline and key
 * them in on telephones and terminals, where a letter (MOD 37,36) is heard wrong, has no key, and looks like a digit when it is O or I.
 * It notices every single wrong digit; of other slips it lets 1 in 10 through, and the look-up shows no personal data.
 */
export type CaseNumber = { number: string; division: string; day: LegalDay; sequence: number }

export type CaseNumberFault = 'length' | 'characters' | 'division' | 'day' | 'sequence' | 'check'

export const LAST_CASE_SEQUENCE = 9_999_999

export function makeCaseNumber({ division, day, sequence }: { division: string; day: LegalDay; sequence: number }): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_CASE_SEQUENCE) throw new Malformed('case number', 'sequence')
  const body = `${division}${day.replaceAll('-', '')}${String(sequence).padStart(7, '0')}`
  const { number } = must('case number', parseCaseNumber(body + (/^\d{21}$/.test(body) ? mod11and10(body) : '0')))
  return number
}

/** Reads a number as typed or read over the telephone: in groups, O for 0, I for 1. */
export function parseCaseNumber(text: string): Checked<CaseNumber, CaseNumberFault> {
  const number = normaliseNumber(text).replaceAll('-', '').replaceAll('O', '0').replaceAll('I', '1')
  if (number.length !== 22) return faulty('length')
  if (!/^\d{22}$/.test(number)) return faulty('characters')
  const body = number.slice(0, 21)
  const division = body.slice(0, 6)
  if (!isDivisionCode(division)) return faulty('division')
  const day = `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`
  if (!isLegalDay(day)) return faulty('day')
  const sequence = Number(body.slice(14))
  if (sequence === 0) return faulty('sequence')
  return mod11and10(body) === number.slice(21) ? sound({ number, division, day, sequence }) : faulty('check')
}

export function isCaseNumber(text: string): boolean {
  return parseCaseNumber(text).ok
}

/** '330102 20260302 0000123 4', for reading aloud and for print. */
export function groupForReading(number: string): string {
  const sure = must('case number', parseCaseNumber(number)).number
  return `${sure.slice(0, 6)} ${sure.slice(6, 14)} ${sure.slice(14, 21)} ${sure.slice(21)}`
}
