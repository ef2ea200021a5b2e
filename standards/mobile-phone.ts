import { faulty, must, sound } from './checked.ts'
import type { Checked } from './checked.ts'

export type MobilePhoneFault = 'length' | 'format'

/** Reads a mainland mobile number (手机号码): 11 digits from 13 to 19, with or without +86. Which operator serves it nobody can tell any more. */
export function parseMobilePhone(text: string): Checked<string, MobilePhoneFault> {
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\s()-]/g, '')
    .replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '')
  if (bare.length !== 11) return faulty('length')
  return /^1[3-9]\d{9}$/.test(bare) ? sound(bare) : faulty('format')
}

export function isMobilePhone(text: string): boolean {
  return parseMobilePhone(text).ok
}

export function normaliseMobilePhone(text: string): string {
  return must('mobile phone', parseMobilePhone(text))
}

/** 138****1234 */
export function maskMobilePhone(text: string): string {
  const read = parseMobilePhone(text)
  return read.ok ? `${read.value.slice(0, 3)}****${read.value.slice(7)}` : '*'.repeat(text.length)
}

/** A telephone for questions or complaints (咨询电话, 监督电话): short number, area code and number with extension, 400/800 number, mobile. */
export function isServicePhone(text: string): boolean {
  const bare = text.normalize('NFKC').trim()
  return /^(?:1\d{4}|1\d{2}|0\d{2,3}[- ]?\d{7,8}(?:-\d{1,5})?|[48]00-?\d{3}-?\d{4})$/.test(bare) || isMobilePhone(bare)
}
