import { readObject, type PdfDocument } from './pdf-document.ts'
import { readCount, readDict, skipSpace, takeWord, type PdfCursor } from './pdf-reader.ts'

const mostPieces = 200_000

/**
 * Whether everything after `end` is incremental updates and nothing else: objects, each at a place some cross-reference
 * names, then a cross-reference, then the end mark. Bytes no cross-reference knows are what a viewer that repairs files
 * would show and a checker would not see.
 */
export function tailIsTidy(document: PdfDocument, end: number): boolean {
  const { bytes } = document
  const places = new Set<number>()
  for (const section of document.sections) {
    for (const entry of section.entries.values()) if (entry.kind === 'plain' && entry.at >= end) places.add(entry.at)
    places.add(section.at)
  }
  const cursor = { bytes, at: end }
  try {
    for (let piece = 0; piece < mostPieces; piece += 1) {
      skipBlank(cursor)
      if (cursor.at >= bytes.length)
        return bytes
          .toString('latin1', bytes.length - 7)
          .trimEnd()
          .endsWith('%%EOF')
      if (!readPiece(document, cursor, places)) return false
    }
    return false
  } catch {
    return false
  }
}

/** White space only: a comment could hide anything. */
function skipBlank(cursor: PdfCursor): void {
  while (cursor.at < cursor.bytes.length && [10, 13, 32].includes(cursor.bytes[cursor.at] ?? 0)) cursor.at += 1
}

function readPiece(document: PdfDocument, cursor: PdfCursor, places: ReadonlySet<number>): boolean {
  const at = cursor.at
  if (takeWord(cursor, 'startxref')) {
    const start = readCount(cursor)
    skipBlank(cursor)
    return takeWord(cursor, '%%EOF') && document.sections.some((section) => section.at === start)
  }
  if (!places.has(at)) return false
  if (takeWord(cursor, 'xref')) return readTable(cursor)
  readObject(document, cursor)
  return true
}

function readTable(cursor: PdfCursor): boolean {
  const word = cursor.bytes.indexOf('trailer', cursor.at, 'latin1')
  // Only digits, n, f and space: nothing else hides in the table.
  if (word < 0 || !/^[\dnf\s]*$/.test(cursor.bytes.toString('latin1', cursor.at, word))) return false
  cursor.at = word + 'trailer'.length
  skipSpace(cursor)
  readDict(cursor)
  return true
}
