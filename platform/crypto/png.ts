import { inflateSync } from 'node:zlib'
import { undoRowFilters } from './pdf-reader.ts'
import { CryptoProblem, orProblem } from './problems.ts'

export type Png = { width: number; height: number; gray: boolean; colours: Buffer; alpha?: Buffer }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const largestSide = 4096
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 }

/** Reads a picture of 8 bits a channel, gray or coloured, with or without transparency, not interlaced. */
export function readPng(given: Uint8Array): Png {
  return orProblem('badPicture', () => {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    if (!bytes.subarray(0, 8).equals(signature)) throw new CryptoProblem('badPicture', 'not a PNG')
    const chunks = readChunks(bytes)
    const head = chunks.find((each) => each.type === 'IHDR')?.data ?? Buffer.of()
    const [width, height, depth, colour, interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9] ?? 99, head[12]]
    const channels = channelsOf[colour]
    if (channels === undefined || depth !== 8 || interlaced !== 0) throw new CryptoProblem('badPicture', 'kind of PNG')
    if (width < 1 || height < 1 || width > largestSide || height > largestSide) throw new CryptoProblem('badPicture', 'size')
    const size = height * (width * channels + 1)
    const packed = Buffer.concat(chunks.filter((each) => each.type === 'IDAT').map((each) => each.data))
    const rows = inflateSync(packed, { maxOutputLength: size })
    if (rows.length !== size) throw new CryptoProblem('badPicture', 'cut short')
    const pixels = undoRowFilters(rows, width * channels, channels)
    return { width, height, gray: channels < 3, ...splitAlpha(pixels, channels) }
  })
}

function splitAlpha(pixels: Buffer, channels: number): { colours: Buffer; alpha?: Buffer } {
  if (channels % 2 === 1) return { colours: pixels }
  const count = pixels.length / channels
  const colours = Buffer.alloc(count * (channels - 1))
  const alpha = Buffer.alloc(count)
  for (let pixel = 0; pixel < count; pixel += 1) {
    pixels.copy(colours, pixel * (channels - 1), pixel * channels, (pixel + 1) * channels - 1)
    alpha[pixel] = pixels[(pixel + 1) * channels - 1] ?? 0
  }
  return { colours, alpha }
}

function readChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) throw new CryptoProblem('badPicture', 'cut short')
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}
