import { CryptoProblem } from './problems.ts'

// Strict DER (ITU-T X.690). A lenient reader would be a hole: two readers could see two different certificates in the same bytes.

export type DerValue = { tag: number; content: Buffer; raw: Buffer }

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), derLength(content.length), content])
}

export function derSequence(...parts: Uint8Array[]): Buffer {
  return der(derTags.sequence, ...parts)
}

/** An unsigned big-endian number as INTEGER: shortest form, with a zero byte before a high bit. */
export function derUnsigned(bytes: Uint8Array): Buffer {
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1
  const shortest = bytes.subarray(from)
  const high = (shortest[0] ?? 0) >= 0x80 || shortest.length === 0
  return der(derTags.integer, high ? Buffer.of(0) : Buffer.of(), shortest)
}

function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}

/** Exactly one value with nothing after it. */
export function readDer(bytes: Uint8Array, tag: number): DerValue {
  const [value, ...others] = readAll(bytes)
  if (value === undefined || others.length > 0 || value.tag !== tag) throw new CryptoProblem('notDer')
  return value
}

/** The members of a SEQUENCE, in order. */
export function readSequence(bytes: Uint8Array): DerValue[] {
  return readAll(readDer(bytes, derTags.sequence).content)
}

/** The first value of bytes that may go on with zeros, as the padded room for a signature in a PDF does. */
export function readPadded(bytes: Uint8Array): DerValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { end } = extentOf(buffer, 0)
  if (buffer.subarray(end).some((byte) => byte !== 0)) throw new CryptoProblem('notDer', 'bytes after the value')
  return readDer(buffer.subarray(0, end), buffer[0] ?? 0)
}

/** The bytes of a non-negative INTEGER, left-padded to the given length. */
export function unsignedOf(value: DerValue | undefined, length: number): Buffer {
  if (value?.tag !== derTags.integer) throw new CryptoProblem('notDer', 'INTEGER expected')
  const [first, second = 0] = value.content
  if (first === undefined || first >= 0x80) throw new CryptoProblem('notDer', 'negative INTEGER')
  if (first === 0 && value.content.length > 1 && second < 0x80) throw new CryptoProblem('notDer', 'padded INTEGER')
  const digits = first === 0 ? value.content.subarray(1) : value.content
  if (digits.length > length) throw new CryptoProblem('notDer', 'INTEGER too large')
  return Buffer.concat([Buffer.alloc(length - digits.length), digits])
}

export function octetsOf(value: DerValue | undefined): Buffer {
  if (value?.tag !== derTags.octetString) throw new CryptoProblem('notDer', 'OCTET STRING expected')
  return value.content
}

// A revocation list of a large authority has some hundred thousand entries.
const maxMembers = 1_000_000

export function readAll(bytes: Uint8Array): DerValue[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values: DerValue[] = []
  for (let at = 0; at < buffer.length;) {
    if (values.length >= maxMembers) throw new CryptoProblem('notDer', 'too many members')
    const { start, end } = extentOf(buffer, at)
    values.push({ tag: buffer[at] ?? 0, content: buffer.subarray(start, end), raw: buffer.subarray(at, end) })
    at = end
  }
  return values
}

function extentOf(buffer: Buffer, at: number): { start: number; end: number } {
  const first = buffer[at + 1]
  if (((buffer[at] ?? 0x1f) & 0x1f) === 0x1f) throw new CryptoProblem('notDer', 'long tag')
  if (first === undefined || first === 0x80 || first > 0x84) throw new CryptoProblem('notDer', 'length')
  const count = first < 0x80 ? 0 : first & 0x7f
  const start = at + 2 + count
  if (start > buffer.length) throw new CryptoProblem('notDer', 'cut short')
  const length = count === 0 ? first : buffer.readUIntBE(at + 2, count)
  if (count > 0 && (length < 0x80 || buffer[at + 2] === 0)) throw new CryptoProblem('notDer', 'length not shortest')
  if (start + length > buffer.length) throw new CryptoProblem('notDer', 'cut short')
  return { start, end: start + length }
}
