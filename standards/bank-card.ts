import { faulty, must, sound } from './checked.ts'
import type { Checked } from './checked.ts'

export type BankCardFault = 'length' | 'characters' | 'check'

/** The Luhn sum (ISO/IEC 7812): every second digit from the right doubled, its digits added. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place))
    const value = place % 2 === 1 ? digit * 2 : digit
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** Reads a bank card number (银行卡号): 16 to 19 digits, in groups or not. */
export function parseBankCard(text: string): Checked<string, BankCardFault> {
  const bare = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (!/^\d*$/.test(bare)) return faulty('characters')
  if (bare.length < 16 || bare.length > 19) return faulty('length')
  return passesLuhn(bare) && !bare.startsWith('0') ? sound(bare) : faulty('check')
}

export function isBankCard(text: string): boolean {
  return parseBankCard(text).ok
}

export function normaliseBankCard(text: string): string {
  return must('bank card', parseBankCard(text))
}

/** Only the last four digits are ever shown. */
export function maskBankCard(text: string): string {
  const bare = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  return bare.length < 16 ? '*'.repeat(bare.length) : '*'.repeat(bare.length - 4) + bare.slice(-4)
}
