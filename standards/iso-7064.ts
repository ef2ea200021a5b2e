import { Malformed } from './checked.ts'

export const ALPHABET_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Values of the characters in an alphabet; undefined as soon as one is foreign to it. */
export function valuesOf(text: string, alphabet: string): number[] | undefined {
  const values: number[] = []
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    values.push(value)
  }
  return values
}

/**
 * The hybrid systems of ISO 7064, MOD M+1,M, with M the size of the alphabet (37,36 for digits and letters). Doubling modulo the odd M+1
 * never merges two remainders, so every single wrong character is noticed.
 */
export function hybridCheckCharacter(text: string, alphabet: string): string {
  const values = valuesOf(text, alphabet)
  if (!values) throw new Malformed('check character', 'characters')
  const size = alphabet.length
  let product = size
  for (const value of values) {
    product = (product + value) % size || size
    product = (product * 2) % (size + 1)
  }
  return alphabet.charAt((size + 1 - product) % size)
}

/** ISO 7064 MOD 11,10 over digits: our case numbers. */
export function mod11and10(digits: string): string {
  return hybridCheckCharacter(digits, '0123456789')
}

/** ISO 7064 MOD 37,36: electronic licence identifiers (GB/T 36904). */
export function mod37and36(text: string): string {
  return hybridCheckCharacter(text, ALPHABET_36)
}

/** ISO 7064 MOD 11-2 over digits: citizen identity numbers. */
export function mod11minus2(digits: string): string {
  let product = 0
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11
  return '0123456789X'.charAt((12 - product) % 11)
}
