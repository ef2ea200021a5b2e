import type { RevocationReason, SignatureAlgorithm } from '@yiwang/crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type IssuedEntry = { serial: string; algorithm: SignatureAlgorithm; subject: string; notAfter: string }
export type RevokedEntry = { serial: string; at: string; reason: RevocationReason }

/** What was issued and what was revoked, line by line in a file; a line cut off by a crash was never acknowledged and is passed over. */
export type IssuedBook = {
  find: (serial: string) => IssuedEntry | undefined
  revocation: (serial: string) => RevokedEntry | undefined
  revoked: (algorithm: SignatureAlgorithm) => RevokedEntry[]
  noteIssued: (entry: IssuedEntry) => void
  noteRevoked: (entry: RevokedEntry) => void
}

export function openIssuedBook(folder: string | undefined): IssuedBook {
  const issued = new Map<string, IssuedEntry>()
  const revoked = new Map<string, RevokedEntry>()
  const file = folder === undefined ? undefined : join(folder, 'issued.jsonl')
  const take = (line: Line) =>
    'issued' in line ? issued.set(line.issued.serial, line.issued) : revoked.set(line.revoked.serial, line.revoked)
  const note = (line: Line) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`, { flush: true })
    take(line)
  }
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (file !== undefined && existsSync(file)) {
    const text = readFileSync(file, 'utf8')
    for (const line of text.split('\n')) if (whole(line)) take(JSON.parse(line) as Line)
    if (!text.endsWith('\n') && text !== '') appendFileSync(file, '\n')
  }
  return {
    find: (serial) => issued.get(serial),
    revocation: (serial) => revoked.get(serial),
    revoked: (algorithm) => [...revoked.values()].filter((each) => issued.get(each.serial)?.algorithm === algorithm),
    noteIssued: (entry) => note({ issued: entry }),
    noteRevoked: (entry) => note({ revoked: entry }),
  }
}

type Line = { issued: IssuedEntry } | { revoked: RevokedEntry }

function whole(line: string): boolean {
  try {
    return line !== '' && JSON.parse(line) !== null
  } catch {
    return false
  }
}
