import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { executableBy } from './executable-magic.ts'
import { executableEndings } from './file-kinds.ts'
import type { FileKind } from './file-kinds.ts'
import { FileProblem } from './problem.ts'
import type { OpenedFile } from './read-part.ts'
import { readDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

export type ArchiveLimits = { entries: number; unpackedBytes: number; ratio: number }
export const archiveLimits: ArchiveLimits = { entries: 2000, unpackedBytes: 200 << 20, ratio: 200 }

const nested = ['PK\x03\x04', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b\x08', 'BZh', '\xfd7zXZ\0', 'MSCF']
const macroParts = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|oleobject\d*\.bin|macros?\/|attachedtoolbars\.bin)/i

/** A zip, OOXML or OFD package: bounds and names from its directory first, then each entry unpacked in passing and never kept. */
export async function checkZip(file: OpenedFile, kind: FileKind, limits: ArchiveLimits = archiveLimits): Promise<void> {
  const entries = await readDirectory(file)
  checkBounds(entries, limits)
  for (const entry of entries) checkEntry(entry, kind)
  checkOverlap(entries)
  for (const entry of entries) await checkContent(file, entry, kind)
}

function checkBounds(entries: readonly ZipEntry[], limits: ArchiveLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (entries.length > limits.entries) throw new FileProblem('fileIsArchiveBomb', { entries: entries.length, most: limits.entries })
  if (unpacked > limits.unpackedBytes) throw new FileProblem('fileIsArchiveBomb', { bytes: unpacked, most: limits.unpackedBytes })
  // Small files of blanks pack very well without harm; the ratio counts from a megabyte on.
  if (unpacked > 1 << 20 && unpacked > packed * limits.ratio)
    throw new FileProblem('fileIsArchiveBomb', { ratio: Math.round(unpacked / Math.max(1, packed)), most: limits.ratio })
}

function checkEntry({ name, method, encrypted, symbolicLink }: ZipEntry, kind: FileKind): void {
  if (encrypted) throw new FileProblem('fileIsEncrypted', { entry: name })
  const climbs = name.split('/').includes('..') || /^[/~]|^[a-z]:|\\|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu.test(name)
  if (climbs || symbolicLink || name === '') throw new FileProblem('archiveEntryNotAllowed', { entry: name })
  if (method !== 0 && method !== 8) throw new FileProblem('fileIsBroken', { entry: name, method })
  if (macroParts.test(name)) throw new FileProblem('fileHasActiveContent', { entry: name })
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  if (kind === 'zip' && executableEndings.has(ending)) throw new FileProblem('fileIsExecutable', { entry: name })
}

/** Entries that share their bytes are the trick of the densest bombs, and two of one name read differently in different programs. */
function checkOverlap(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (names.size !== entries.length) throw new FileProblem('archiveEntryNotAllowed', { entry: 'two entries of one name' })
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  inOrder.forEach((entry, i) => {
    const next = inOrder[i + 1]
    if (next && entry.at + 30 + entry.packed > next.at)
      throw new FileProblem('fileIsArchiveBomb', { entry: next.name, overlaps: entry.name })
  })
  if (inOrder[0] && inOrder[0].at !== 0) throw new FileProblem('fileIsTwoThingsAtOnce', { before: inOrder[0].at })
}

async function checkContent(file: OpenedFile, entry: ZipEntry, kind: FileKind): Promise<void> {
  if (entry.name.endsWith('/')) return
  const header = await file.part(entry.at, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new FileProblem('fileIsBroken', { entry: entry.name })
  // Programs that read from the front see the local name: a second name would be a second file.
  const localName = (await file.part(entry.at + 30, header.readUInt16LE(26))).toString('utf8')
  if (localName !== entry.name) throw new FileProblem('archiveEntryNotAllowed', { entry: entry.name, also: localName })
  const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const { head, size } = entry.method === 0 ? { head: await file.part(from, 4096), size: entry.packed } : await inflate(file, from, entry)
  if (size !== entry.unpacked) throw new FileProblem('fileIsArchiveBomb', { entry: entry.name, declared: entry.unpacked })
  checkHead(entry.name, head, kind)
}

function checkHead(name: string, head: Buffer, kind: FileKind): void {
  const program = executableBy(head)
  if (program) throw new FileProblem('fileIsExecutable', { entry: name, program })
  const start = head.toString('latin1', 0, 8)
  // A workbook inside a document (the data of a chart) is usual; an archive inside an archive is not looked into, so not taken.
  const chartData = kind !== 'zip' && /\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i.test(name)
  if (!chartData && nested.some((magic) => start.startsWith(magic)))
    throw new FileProblem('fileIsArchiveBomb', { entry: name, nested: true })
  if (
    name.endsWith('.rels') &&
    /attachedTemplate[^>]+TargetMode="External"|TargetMode="External"[^>]+attachedTemplate/i.test(head.toString('utf8'))
  )
    throw new FileProblem('fileHasActiveContent', { entry: name })
}

/** Unpacks an entry in passing, at most one piece beyond what it declares; keeps its first 4 KB. */
async function inflate(file: OpenedFile, from: number, entry: ZipEntry): Promise<{ head: Buffer; size: number }> {
  const kept: Buffer[] = []
  let size = 0
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      if (size < 4096) kept.push(piece.subarray(0, 4096 - size))
      size += piece.length
      if (size > entry.unpacked) throw new FileProblem('fileIsArchiveBomb', { entry: entry.name, declared: entry.unpacked })
    }
  }
  await pipeline(packedPieces(file, from, entry.packed), createInflateRaw(), count).catch((cause: unknown) => {
    throw cause instanceof FileProblem ? cause : new FileProblem('fileIsBroken', { entry: entry.name })
  })
  return { head: Buffer.concat(kept), size }
}

async function* packedPieces(file: OpenedFile, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += 65_536) yield file.part(from + at, Math.min(65_536, length - at))
}
