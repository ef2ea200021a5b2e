import { closeSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// The folders hold one TTF each; the compiler maps a file when a paper first needs its weight, so five weights cost about 90 MB once.
const files = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
].map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)))

export const fontFolders = files.map((file) => dirname(file))

let ranges: Uint32Array | undefined

/** Whether the serif face (and, by its make, each of its weights) has a glyph for the character. */
export function hasGlyph(codePoint: number): boolean {
  ranges ??= readRanges(files[0] as string)
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (ranges[middle * 2] as number)) high = middle - 1
    else if (codePoint > (ranges[middle * 2 + 1] as number)) low = middle + 1
    else return true
  }
  return false
}

/** First and last code point of each run in the font's cmap, format 12 (OpenType 1.9, "cmap"). */
function readRanges(file: string): Uint32Array {
  const cmap = readTable(file, 'cmap')
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + 8 * i)
    if (cmap.readUInt16BE(at) !== 12) continue
    const runs = new Uint32Array(cmap.readUInt32BE(at + 12) * 2)
    return runs.map((_, k) => cmap.readUInt32BE(at + 16 + 12 * (k >> 1) + 4 * (k & 1)))
  }
  throw new Error(`no full character map in ${file}`)
}

function readTable(file: string, tag: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const directory = readAt(handle, 0, 12 + 16 * readAt(handle, 4, 2).readUInt16BE(0))
    for (let at = 12; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue
      return readAt(handle, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
    }
  } finally {
    closeSync(handle)
  }
  throw new Error(`no table ${tag} in ${file}`)
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(handle, bytes, 0, length, position)
  return bytes
}
