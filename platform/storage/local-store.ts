import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keepUpload } from './keep-upload.ts'
import { diskProblem, folderTrouble } from './disk-problem.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { FileProblem } from './problem.ts'
import { receiveFile } from './receive-file.ts'
import type { ReceivedFile } from './receive-file.ts'
import type { Scanner } from './clamd.ts'
import { keyOf, readAll, verifiedStream } from './verified-stream.ts'

/** Files by content in a local folder: `ab/cd/<sha256>`, two levels so that no folder grows large. */
export function localStore(folder: string, { scan }: { scan?: Scanner } = {}): FileStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (id: string) => join(folder, keyOf(id))
  const keep = (received: ReceivedFile) => moveIn(received, pathOf(received.sha256))

  const openFile: FileStore['openFile'] = async (id) => {
    const found = await stat(pathOf(id)).catch(() => undefined)
    if (!found) throw new FileProblem('fileNotFound', { id })
    return { size: found.size, stream: verifiedStream(createReadStream(pathOf(id)), id) }
  }
  return {
    putFile: async (source, limits) => keep(await receiveFile(source, incoming, limits)),
    putUpload: async (source, rules) => keepUpload(await receiveFile(source, incoming, rules), rules, scan, keep),
    openFile,
    readFile: async (id) => readAll((await openFile(id)).stream),
    hasFile: async (id) => (await stat(pathOf(id)).catch(() => undefined)) !== undefined,
    removeFile: (id) => rm(pathOf(id), { force: true }),
    trouble: (room) => folderTrouble(incoming, room),
  }
}

/** The rename is what makes a file exist: before it nothing, after it the whole. The same content again replaces (and so mends) the old. */
async function moveIn(received: ReceivedFile, path: string): Promise<StoredFile> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await rename(received.path, path)
    await syncFolder(dirname(path))
  } catch (problem) {
    await received.discard().catch(() => undefined)
    throw diskProblem(problem)
  }
  return { id: received.sha256, sm3: received.sm3, size: received.size }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot fsync a folder; its rename is durable by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what uploads cut off by a crash left behind; for a job, or before the server listens. Returns how many. */
export async function sweepIncoming(folder: string, olderThan: Date): Promise<number> {
  const incoming = join(folder, 'incoming')
  let swept = 0
  for (const name of await readdir(incoming).catch(() => [])) {
    const left = await stat(join(incoming, name)).catch(() => undefined)
    if (!left || left.mtime >= olderThan) continue
    await rm(join(incoming, name), { force: true })
    swept++
  }
  return swept
}
