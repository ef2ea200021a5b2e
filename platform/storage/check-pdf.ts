import { constants, inflateSync } from 'node:zlib'
import { FileProblem } from './problem.ts'
import type { OpenedFile } from './read-part.ts'
import { alsoOpensAsZip } from './zip-directory.ts'

// What acts by itself, carries other files, or runs: ISO 32000-1 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA), 13 (multimedia).
// /JS needs no entry: it is only obeyed beside /JavaScript or /Rendition, and two letters occur by chance in pictures.
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|Movie|Rendition)(?![A-Za-z0-9_.-])/
const mostUnpacked = 64 << 20

/** A PDF from outside must be one thing, whole, without a password, and inert; what its object streams hold is unpacked, within a bound, and looked into too. */
export async function checkPdf(file: OpenedFile): Promise<void> {
  const bytes = await file.part(0, file.size)
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new FileProblem('fileIsTwoThingsAtOnce', { also: 'something before the PDF' })
  if (bytes.subarray(-2048).indexOf('%%EOF', 0, 'latin1') < 0) throw new FileProblem('fileIsBroken', { what: 'pdf' })
  if (await alsoOpensAsZip(file)) throw new FileProblem('fileIsTwoThingsAtOnce', { also: 'zip' })
  checkText(bytes.toString('latin1'))
  let left = mostUnpacked
  for (const { start, dictionary } of streams(bytes)) {
    const plain = unpackObjects(bytes.subarray(start), dictionary, left)
    left -= plain.length
    checkText(plain)
  }
}

function checkText(text: string): void {
  const plain = unescapeNames(text)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain)) throw new FileProblem('fileIsEncrypted', { what: 'pdf' })
  const found = active.exec(plain)
  if (found) throw new FileProblem('fileHasActiveContent', { what: found[1] })
}

/** /J#61vaScript is /JavaScript (7.3.5). */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Every place where a stream may begin. None is skipped over: what looks like a stream might be a string that is to hide what follows. */
function* streams(bytes: Buffer): Generator<{ start: number; dictionary: string }> {
  for (let at = bytes.indexOf('stream', 0, 'latin1'); at >= 0; at = bytes.indexOf('stream', at + 6, 'latin1')) {
    const next = bytes[at + 6]
    if (next !== 10 && next !== 13) continue
    const before = bytes.toString('latin1', Math.max(0, at - 2048), at)
    if (before.endsWith('end')) continue
    yield {
      start: at + 6 + (next === 13 && bytes[at + 7] === 10 ? 2 : 1),
      dictionary: unescapeNames(before.slice(before.lastIndexOf('endobj') + 1)),
    }
  }
}

/** The text of an object stream; nothing for a stream that is none. It begins with numbers (7.5.7), whatever its dictionary calls it. */
function unpackObjects(packed: Buffer, dictionary: string, left: number): string {
  const hides =
    /\/First\b/.test(dictionary) &&
    /\/(ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Predictor\s*[2-9]|Predictor\s*1\d)/.test(dictionary)
  if (hides) throw new FileProblem('fileHasActiveContent', { what: 'hidden object stream' })
  if (!/^\s*\d/.test(inflate(packed.subarray(0, 512), 1 << 20))) return ''
  if (left <= 0) throw new FileProblem('fileIsArchiveBomb', { what: 'pdf object streams' })
  return inflate(packed, left)
}

/** As much as can be unpacked; what is not deflated unpacks to nothing. */
function inflate(packed: Buffer, most: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new FileProblem('fileIsArchiveBomb', { what: 'pdf stream' })
    return ''
  }
}
