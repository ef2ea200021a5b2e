import { der, derSequence, derTags, readAll, type DerValue } from './der.ts'
import { CryptoProblem } from './problems.ts'

// The values certificates, signatures and time stamps are made of.

export const derNull = der(derTags.null)
export const derTrue = der(derTags.boolean, Buffer.of(0xff))

const oidCache = new Map<string, Buffer>()

export function derOid(oid: string): Buffer {
  const known = oidCache.get(oid)
  if (known) return known
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number)
  const made = der(derTags.oid, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
  oidCache.set(oid, made)
  return made
}

function base128(arc: number): number[] {
  const digits = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80)
  return digits
}

export function oidOf(value: DerValue | undefined): string {
  if (value?.tag !== derTags.oid || value.content.length === 0 || value.content.length > 64)
    throw new CryptoProblem('notDer', 'OID expected')
  const arcs: number[] = []
  let arc = 0
  for (const byte of value.content) {
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER) throw new CryptoProblem('notDer', 'OID arc too large')
    if (byte < 0x80) arc = arcs.push(arc) * 0
  }
  const [head = 0, ...rest] = arcs
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}

export function derInteger(value: number): Buffer {
  return derNumber(BigInt(value))
}

export function derNumber(value: bigint): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return der(derTags.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.of(), bytes)
}

export function integerOf(value: DerValue | undefined): number {
  const hex = serialOf(value)
  if (hex.length > 12) throw new CryptoProblem('notDer', 'INTEGER too large')
  return Number.parseInt(hex, 16)
}

/** A serial number or nonce: its hexadecimal digits as encoded, so that nothing is lost. */
export function serialOf(value: DerValue | undefined): string {
  if (value?.tag !== derTags.integer || value.content.length === 0 || value.content.length > 64) {
    throw new CryptoProblem('notDer', 'INTEGER expected')
  }
  return value.content.toString('hex')
}

export function derSerial(hex: string): Buffer {
  return der(derTags.integer, Buffer.from(hex, 'hex'))
}

export function booleanOf(value: DerValue | undefined): boolean {
  if (value?.tag !== derTags.boolean || value.content.length !== 1) throw new CryptoProblem('notDer', 'BOOLEAN expected')
  return value.content[0] !== 0
}

export function derText(text: string): Buffer {
  return der(derTags.utf8, Buffer.from(text, 'utf8'))
}

export function derBits(bytes: Uint8Array, unusedBits = 0): Buffer {
  return der(derTags.bitString, Buffer.of(unusedBits), bytes)
}

export function bitsOf(value: DerValue | undefined): Buffer {
  if (value?.tag !== derTags.bitString || value.content.length === 0) throw new CryptoProblem('notDer', 'BIT STRING expected')
  return value.content.subarray(1)
}

/** A constructed context tag: `[n] EXPLICIT`, or `[n] IMPLICIT` around the members given. */
export function derContext(number: number, ...parts: Uint8Array[]): Buffer {
  return der(0xa0 | number, ...parts)
}

/** SET OF in DER: members in the order of their bytes. */
export function derSetOf(...members: Uint8Array[]): Buffer {
  return der(derTags.set, ...members.toSorted((a, b) => Buffer.compare(a, b)))
}

/** Time as RFC 5280 4.1.2.5 wants it: UTCTime to 2049, GeneralizedTime from 2050, whole seconds. */
export function derTime(date: Date): Buffer {
  if (date.getUTCFullYear() >= 2050) return derGeneralizedTime(date)
  return der(derTags.utcTime, Buffer.from(`${digitsOf(date).slice(2)}Z`))
}

export function derGeneralizedTime(date: Date): Buffer {
  return der(derTags.generalizedTime, Buffer.from(`${digitsOf(date)}Z`))
}

function digitsOf(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')
}

export function timeOf(value: DerValue | undefined): Date {
  const text = value?.content.toString('latin1') ?? ''
  const short = value?.tag === derTags.utcTime
  if (!short && value?.tag !== derTags.generalizedTime) throw new CryptoProblem('notDer', 'time expected')
  const match = (
    short ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/ : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{1,9})?Z$/
  ).exec(text)
  if (!match) throw new CryptoProblem('notDer', 'time')
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match
  const century = short ? (Number(year) < 50 ? '20' : '19') : ''
  const date = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
  if (Number.isNaN(date.getTime())) throw new CryptoProblem('notDer', 'time')
  return date
}

/** The members of any constructed value. */
export function membersOf(value: DerValue | undefined, tag: number): DerValue[] {
  if (value?.tag !== tag) throw new CryptoProblem('notDer', `tag ${tag} expected`)
  return readAll(value.content)
}

/** Takes members off the front of a sequence one by one, optional ones by their tag. */
export function memberReader(members: readonly DerValue[]): {
  next: () => DerValue | undefined
  ifTag: (tag: number) => DerValue | undefined
} {
  let at = 0
  return {
    next: () => members[at++],
    ifTag: (tag) => (members[at]?.tag === tag ? members[at++] : undefined),
  }
}

export function algorithmIdentifier(oid: string, ...parameters: Uint8Array[]): Buffer {
  return derSequence(derOid(oid), ...parameters)
}
