import { Malformed, faulty, sound } from './checked.ts'
import type { Checked } from './checked.ts'

/** An amount of money in fen (分): a whole number, never a fraction of a float. */
export type Fen = number

export type MoneyFault = 'format' | 'negative' | 'precision' | 'overflow'

/** Just under a trillion yuan (一万亿元): beyond it lies a mistake, and sums stay exact. */
export const LARGEST_FEN: Fen = 99_999_999_999_999

export function isFen(amount: unknown): amount is Fen {
  return typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0 && amount <= LARGEST_FEN
}

function requireFen(amount: number): Fen {
  if (!isFen(amount)) throw new Malformed('amount', amount < 0 ? 'negative' : Number.isInteger(amount) ? 'overflow' : 'not whole fen')
  return amount
}

/** Reads an amount in yuan as written: 1234.5, 1,234.50, ¥1,234.50. */
export function parseYuan(text: string): Checked<Fen, MoneyFault> {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  if (/^[-−]/.test(bare)) return faulty('negative')
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(bare)
  if (!match) return faulty('format')
  const [, yuan = '', fraction = ''] = match
  if (fraction.length > 2) return faulty('precision')
  const digits = `${yuan.replaceAll(',', '')}${fraction.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  return digits.length <= 14 ? sound(Number(digits)) : faulty('overflow')
}

/** '1234.50', for the tables and messages between systems. */
export function plainYuan(amount: Fen): string {
  const digits = String(requireFen(amount)).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** '¥1,234.50', for people. */
export function formatYuan(amount: Fen): string {
  return `¥${plainYuan(amount).replaceAll(/\B(?=(?:\d{3})+\.)/g, ',')}`
}

export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => requireFen(total + requireFen(amount)), 0)
}

/** An amount times a quantity written in decimals ('90.88' 亩), rounded half up to the fen (四舍五入). */
export function timesFen(amount: Fen, quantity: string): Fen {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(quantity)
  if (!match) throw new Malformed('amount', 'quantity')
  const [, whole = '', fraction = ''] = match
  const scale = 10n ** BigInt(fraction.length)
  const product = BigInt(requireFen(amount)) * BigInt(whole + fraction)
  const rounded = (product * 2n + scale) / (scale * 2n)
  if (rounded > BigInt(LARGEST_FEN)) throw new Malformed('amount', 'overflow')
  return Number(rounded)
}
