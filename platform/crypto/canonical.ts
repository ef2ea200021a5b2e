import { CryptoProblem } from './problems.ts'

const maxDepth = 200

/**
 * One value, one text: JSON with sorted keys and no spaces (RFC 8785), for what is hashed or signed.
 * As in `JSON.stringify`, `undefined` properties are left out and `toJSON` is honoured (a Date becomes its ISO text).
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8')
}

function write(given: unknown, depth: number): string {
  if (depth > maxDepth) throw new CryptoProblem('notCanonical', 'nested too deeply or circular')
  const value = plain(given)
  if (value === null) return 'null'
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => write(each, depth + 1)).join(',')}]`
  if (typeof value === 'object') return writeObject(value, depth)
  throw new CryptoProblem('notCanonical', typeof value === 'number' ? String(value) : typeof value)
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new CryptoProblem('notCanonical', value.constructor.name)
  // RFC 8785 sorts by UTF-16 code units, which is what `sort` without a comparer does.
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => [key, each] as [string, unknown])
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, each]) => `${writeText(key)}:${write(each, depth + 1)}`).join(',')}}`
}

function writeText(text: string): string {
  if (!text.isWellFormed()) throw new CryptoProblem('notCanonical', 'text with a lone surrogate')
  return JSON.stringify(text)
}

function plain(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function') {
    return (value.toJSON as () => unknown)()
  }
  return value
}
