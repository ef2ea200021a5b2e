import { faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { isProvincePrefix } from './divisions.ts'
import { mod11minus2 } from './iso-7064.ts'
import { isLegalDay } from './legal-day.ts'
import type { LegalDay } from './legal-day.ts'

export type Sex = 'male' | 'female'

/** A citizen identity number (公民身份号码, GB 11643) taken apart. */
export type PersonId = { number: string; division: string; birthDate: LegalDay; order: string; sex: Sex }

export type PersonIdFault = 'length' | 'characters' | 'division' | 'birthDate' | 'check'

/** Residents from 港澳台 hold residence permits (居住证) with numbers under 810000, 820000 and 830000; everybody else is registered in a county. */
function isRegistrationDivision(division: string): boolean {
  return /^8[123]0000$/.test(division) || (isProvincePrefix(division.slice(0, 2)) && !division.endsWith('0000'))
}

/**
 * Reads a number as typed: blanks go, x becomes X. The division is that of the first registration and may long be revoked, so only its
 * province is known for sure. `on` is today: nobody is born later.
 */
export function parsePersonId(text: string, { on }: { on?: LegalDay } = {}): Checked<PersonId, PersonIdFault> {
  const number = normaliseNumber(text)
  if (number.length !== 18) return faulty('length')
  if (!/^\d{17}[\dX]$/.test(number)) return faulty('characters')
  const division = number.slice(0, 6)
  if (!isRegistrationDivision(division)) return faulty('division')
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isLegalDay(birthDate) || birthDate < '1850-01-01' || (on !== undefined && birthDate > on)) return faulty('birthDate')
  if (mod11minus2(number.slice(0, 17)) !== number.slice(17)) return faulty('check')
  return sound({ number, division, birthDate, order: number.slice(14, 17), sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' })
}

export function isPersonId(text: string): boolean {
  return parsePersonId(text).ok
}

export function normalisePersonId(text: string): string {
  return must('person id', parsePersonId(text)).number
}

/**
 * Completed years (周岁) on a legal day, reached on the birthday itself; who was born on 29 February reaches them on 1 March of a common year.
 */
export function ageOn(birthDate: LegalDay, day: LegalDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** Under eighteen (未成年人, 民法典 17). */
export function isMinor(birthDate: LegalDay, day: LegalDay): boolean {
  return ageOn(birthDate, day) < 18
}

/** 330102********123X: how a number is shown everywhere outside its owner's own page and the counter's identity check. */
export function maskPersonId(number: string): string {
  const bare = normaliseNumber(number)
  if (bare.length !== 18) return '*'.repeat(bare.length)
  return `${bare.slice(0, 6)}********${bare.slice(14)}`
}
