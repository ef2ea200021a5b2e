import { faulty, sound } from './checked.ts'
import type { Checked } from './checked.ts'

export type EmailFault = 'length' | 'format'

const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** Reads an e-mail address in its plain form; the domain becomes lower case. Whether somebody reads it only a message shows. */
export function parseEmail(text: string): Checked<string, EmailFault> {
  const bare = text.trim()
  if (bare.length > 254) return faulty('length')
  const [local, domainTyped, ...rest] = bare.split('@')
  if (!local || !domainTyped || rest.length > 0) return faulty('format')
  const domain = domainTyped.toLowerCase()
  const labels = domain.split('.')
  const wellFormed =
    labels.length >= 2 && labels.every((label) => label.length <= 63 && LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return LOCAL.test(local) && local.length <= 64 && wellFormed ? sound(`${local}@${domain}`) : faulty('format')
}

export function isEmail(text: string): boolean {
  return parseEmail(text).ok
}

/** z***@example.cn */
export function maskEmail(text: string): string {
  const read = parseEmail(text)
  return read.ok ? `${read.value.charAt(0)}***${read.value.slice(read.value.indexOf('@'))}` : '*'.repeat(text.length)
}
