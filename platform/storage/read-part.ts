import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** A file that is looked into by parts, never loaded whole. */
export type OpenedFile = { path: string; size: number; part: (at: number, length: number) => Promise<Buffer> }

export async function withFile<T>(path: string, use: (file: OpenedFile) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return await use({ path, size, part: (at, length) => partOf(handle, at, length) })
  } finally {
    await handle.close()
  }
}

/** Shorter than asked for at the end of the file. */
async function partOf(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

/** Whether any of the patterns (latin1, lower case) occurs, compared without case; reads on in overlapping pieces. */
export async function contains(file: OpenedFile, patterns: readonly string[]): Promise<string | undefined> {
  const piece = 1 << 20
  const overlap = Math.max(...patterns.map((pattern) => pattern.length))
  for (let at = 0; at < file.size; at += piece) {
    const text = (await file.part(at, piece + overlap)).toString('latin1').toLowerCase()
    const found = patterns.find((pattern) => text.includes(pattern))
    if (found !== undefined) return found
  }
  return undefined
}

/** A name as UTF-16 bytes, for `contains`. */
export function utf16(name: string): string {
  return Buffer.from(name, 'utf16le').toString('latin1')
}
