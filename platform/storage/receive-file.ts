import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { diskProblem } from './disk-problem.ts'
import { FileProblem } from './problem.ts'

export type FileSource = Uint8Array | AsyncIterable<Uint8Array>

/** A file that has come in whole and lies aside, on disk and fsynced, until it is checked and kept or discarded. */
export type ReceivedFile = { path: string; size: number; sha256: string; sm3: string; discard: () => Promise<void> }

export type ReceiveLimits = {
  maxBytes: number
  /** What the sender announced (Content-Length); refused before the first byte is read. */
  announcedBytes?: number
}

/** Writes a source into a folder of incoming files. Stops reading at the first byte too many and leaves nothing behind. */
export async function receiveFile(source: FileSource, folder: string, { maxBytes, announcedBytes }: ReceiveLimits): Promise<ReceivedFile> {
  if (announcedBytes !== undefined && announcedBytes > maxBytes) throw tooLarge(maxBytes)
  const path = join(folder, randomUUID())
  const discard = () => rm(path, { force: true })
  const handle = await openIncoming(folder, path)
  try {
    const written = await writeAll(handle, source, maxBytes)
    if (written.size === 0) throw new FileProblem('fileEmpty')
    await handle.sync()
    return { path, ...written, discard }
  } catch (problem) {
    await discard().catch(() => undefined) // what cannot be removed now is swept later; the sender is told why it was not taken
    throw diskProblem(problem)
  } finally {
    await handle.close().catch(() => undefined) // synced, or not taken
  }
}

async function openIncoming(folder: string, path: string): Promise<FileHandle> {
  try {
    await mkdir(folder, { recursive: true })
    return await open(path, 'wx', 0o600)
  } catch (error) {
    throw diskProblem(error)
  }
}

function tooLarge(maxBytes: number): FileProblem {
  return new FileProblem('fileTooLarge', { maxBytes, maxMegabytes: Math.round(maxBytes / 2 ** 20) })
}

async function writeAll(handle: FileHandle, source: FileSource, maxBytes: number): Promise<{ size: number; sha256: string; sm3: string }> {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    size += chunk.length
    // Leaving the loop closes the source, so that the rest of a 100 MB upload is never read.
    if (size > maxBytes) throw tooLarge(maxBytes)
    sha256.update(chunk)
    sm3.update(chunk)
    await handle.writeFile(chunk)
  }
  return { size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }
}
