import { randomInt, timingSafeEqual } from 'node:crypto'
import { sm3 } from './sm3.ts'

// Without 0 O 1 I L: a person reads these aloud at a counter or types them from paper.
const readable = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** An unguessable code for people to type, e.g. for a pick-up or the check of a paper. */
export function randomCode(length: number, alphabet: string = readable): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

/** Digits for a one-time code by SMS. */
export function randomDigits(length: number): string {
  return randomCode(length, '0123456789')
}

/** Equality whose duration tells nothing about where two secrets differ, nor about their lengths. */
export function sameSecret(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return timingSafeEqual(sm3(a), sm3(b))
}
