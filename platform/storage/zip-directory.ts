import { FileProblem } from './problem.ts'
import type { OpenedFile } from './read-part.ts'

export type ZipEntry = {
  name: string
  method: number
  encrypted: boolean
  symbolicLink: boolean
  packed: number
  unpacked: number
  /** Where its local header begins. */
  at: number
}

const endRecord = 0x06054b50
const directoryRecord = 0x02014b50
const mostEntries = 10_000

/** The central directory of a zip file (APPNOTE 4.3.12), read without unpacking anything. Throws `storage.fileIsBroken` where it makes no sense. */
export async function readDirectory(file: OpenedFile): Promise<ZipEntry[]> {
  const { count, size, at } = await findEnd(file)
  if (count > mostEntries) throw new FileProblem('fileIsArchiveBomb', { entries: count, most: mostEntries })
  const bytes = await file.part(at, size)
  const entries: ZipEntry[] = []
  for (let from = 0; entries.length < count;) {
    if (from + 46 > bytes.length || bytes.readUInt32LE(from) !== directoryRecord)
      throw new FileProblem('fileIsBroken', { what: 'zip directory' })
    const [nameLength, extra, comment] = [bytes.readUInt16LE(from + 28), bytes.readUInt16LE(from + 30), bytes.readUInt16LE(from + 32)]
    entries.push(readEntry(bytes, from, nameLength))
    from += 46 + nameLength + extra + comment
  }
  return entries
}

function readEntry(bytes: Buffer, from: number, nameLength: number): ZipEntry {
  const entry = {
    name: bytes.toString('utf8', from + 46, from + 46 + nameLength),
    method: bytes.readUInt16LE(from + 10),
    encrypted: (bytes.readUInt16LE(from + 8) & 1) === 1,
    symbolicLink: ((bytes.readUInt32LE(from + 38) >>> 28) & 0xf) === 0xa,
    packed: bytes.readUInt32LE(from + 20),
    unpacked: bytes.readUInt32LE(from + 24),
    at: bytes.readUInt32LE(from + 42),
  }
  // A size or place of 2³²-1 means zip64: nothing handed in at a counter is that large.
  if ([entry.packed, entry.unpacked, entry.at].includes(0xffff_ffff))
    throw new FileProblem('fileIsArchiveBomb', { entry: entry.name, bytes: 'zip64' })
  return entry
}

async function findEnd(file: OpenedFile): Promise<{ count: number; size: number; at: number }> {
  const tailAt = Math.max(0, file.size - 65_557)
  const tail = await file.part(tailAt, 65_557)
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== endRecord || i + 22 + tail.readUInt16LE(i + 20) !== tail.length) continue
    const end = { count: tail.readUInt16LE(i + 10), size: tail.readUInt32LE(i + 12), at: tail.readUInt32LE(i + 16) }
    // Bytes between directory and end record, or before the first entry, are where a second file could hide.
    if (end.at + end.size !== tailAt + i) break
    return end
  }
  throw new FileProblem('fileIsBroken', { what: 'zip end record' })
}

/** Whether a file that is something else would also open as a zip (a polyglot): an end record whose directory is really there. */
export async function alsoOpensAsZip(file: OpenedFile): Promise<boolean> {
  const tail = await file.part(Math.max(0, file.size - 65_557), 65_557)
  return tail.includes('PK\x05\x06', 0, 'latin1') && tail.includes('PK\x01\x02', 0, 'latin1')
}
