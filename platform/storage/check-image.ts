import type { FileKind } from './file-kinds.ts'
import { FileProblem } from './problem.ts'
import { contains } from './read-part.ts'
import type { OpenedFile } from './read-part.ts'
import { alsoOpensAsZip } from './zip-directory.ts'

/** Size in pixels, and dots per inch where the file tells. */
export type ImageFacts = { width: number; height: number; dpi?: number }
export type ImageBounds = { maxSide: number; maxPixels: number; minSide: number; minDpi: number }
export const imageBounds: ImageBounds = { maxSide: 20_000, maxPixels: 100_000_000, minSide: 1, minDpi: 0 }

/** Dimensions come from the header alone: a picture that would unpack to gigabytes is refused without being unpacked. */
export async function checkImage(file: OpenedFile, kind: FileKind, bounds: ImageBounds = imageBounds): Promise<ImageFacts> {
  const facts = await readers[kind as keyof typeof readers](file)
  if (!facts || facts.width < 1 || facts.height < 1) throw new FileProblem('fileIsBroken', { what: kind })
  const { width, height } = facts
  if (Math.max(width, height) > bounds.maxSide || width * height > bounds.maxPixels)
    throw new FileProblem('imageTooLarge', { width, height })
  if (Math.min(width, height) < bounds.minSide || (facts.dpi ?? Infinity) < bounds.minDpi)
    throw new FileProblem('imageTooSmall', { ...facts, minSide: bounds.minSide, minDpi: bounds.minDpi })
  await checkOnlyImage(file)
  return facts
}

/** A picture that is also an archive, a page or a paper (a polyglot) has no honest reason to be. */
async function checkOnlyImage(file: OpenedFile): Promise<void> {
  const early = (await file.part(0, 1024)).toString('latin1')
  if (early.includes('%PDF-')) throw new FileProblem('fileIsTwoThingsAtOnce', { also: 'pdf' })
  if (await alsoOpensAsZip(file)) throw new FileProblem('fileIsTwoThingsAtOnce', { also: 'zip' })
  const script = await contains(file, ['<script', '<?php', '<!doctype html', '<html', '<iframe'])
  if (script) throw new FileProblem('fileIsTwoThingsAtOnce', { also: script })
}

const readers = { png, jpeg, gif, webp, bmp, tiff }
export type ImageKind = keyof typeof readers

export function isImage(kind: FileKind): kind is ImageKind {
  return kind in readers
}

async function png(file: OpenedFile): Promise<ImageFacts | undefined> {
  const head = await file.part(0, 4096)
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const size = { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  const physical = head.indexOf('pHYs', 33, 'latin1')
  if (physical < 0 || physical + 13 > head.length || head[physical + 12] !== 1) return size
  return { ...size, dpi: Math.round(head.readUInt32BE(physical + 4) * 0.0254) }
}

async function gif(file: OpenedFile): Promise<ImageFacts | undefined> {
  const head = await file.part(0, 10)
  return head.length < 10 ? undefined : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
}

async function bmp(file: OpenedFile): Promise<ImageFacts | undefined> {
  const head = await file.part(0, 46)
  if (head.length < 46 || head.readUInt32LE(14) < 40) return undefined
  const dpi = Math.round(head.readInt32LE(38) * 0.0254)
  return { width: Math.abs(head.readInt32LE(18)), height: Math.abs(head.readInt32LE(22)), ...(dpi > 0 && { dpi }) }
}

async function webp(file: OpenedFile): Promise<ImageFacts | undefined> {
  const head = await file.part(0, 30)
  const form = head.toString('latin1', 12, 16)
  if (head.length < 30) return undefined
  if (form === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
  if (form === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
  const bits = head.readUInt32LE(21)
  return form === 'VP8L' ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : undefined
}

/** Walks the segments to the frame header (SOF); at most 500, so that a chain of empty ones ends. */
async function jpeg(file: OpenedFile): Promise<ImageFacts | undefined> {
  let dpi: number | undefined
  for (let at = 2, seen = 0; seen < 500; seen++) {
    const segment = await file.part(at, 20)
    if (segment.length < 10 || segment[0] !== 0xff) return undefined
    const marker = segment[1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: segment.readUInt16BE(7), height: segment.readUInt16BE(5), ...(dpi !== undefined && { dpi }) }
    if (marker === 0xe0 && segment.toString('latin1', 4, 8) === 'JFIF' && segment.length >= 14) dpi = jfifDpi(segment)
    at += 2 + segment.readUInt16BE(2)
  }
  return undefined
}

function jfifDpi(segment: Buffer): number | undefined {
  const density = segment.readUInt16BE(12)
  if (segment[11] === 1) return density
  return segment[11] === 2 ? Math.round(density * 2.54) : undefined
}

async function tiff(file: OpenedFile): Promise<ImageFacts | undefined> {
  const head = await file.part(0, 8)
  if (head.length < 8) return undefined
  const little = head[0] === 0x49
  const u16 = (bytes: Buffer, at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const u32 = (bytes: Buffer, at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const directory = await file.part(u32(head, 4), 2 + 12 * 200)
  const size = { width: 0, height: 0 }
  for (let i = 0; directory.length >= 2 && i < u16(directory, 0) && 14 + 12 * i <= directory.length; i++) {
    const at = 2 + 12 * i
    const value = u16(directory, at + 2) === 3 ? u16(directory, at + 8) : u32(directory, at + 8)
    if (u16(directory, at) === 256) size.width = value
    if (u16(directory, at) === 257) size.height = value
  }
  return size
}
