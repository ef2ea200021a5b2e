import { randomUUID } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FileProblem, type FileProblemCode } from './problem.ts'

const refusals: Readonly<Record<string, FileProblemCode>> = {
  ENOSPC: 'storageFull',
  EDQUOT: 'storageFull',
  EACCES: 'storageUnavailable',
  EPERM: 'storageUnavailable',
  EROFS: 'storageUnavailable',
  EIO: 'storageUnavailable',
  ENOTDIR: 'storageUnavailable',
  EEXIST: 'storageUnavailable',
  EMFILE: 'storageUnavailable',
  ENFILE: 'storageUnavailable',
}

/** No room, or no right to write: told as what it is, not as something unexpected. Everything else as it came. */
export function diskProblem(error: unknown): unknown {
  const code = refusals[(error as NodeJS.ErrnoException | null)?.code ?? '']
  return code === undefined ? error : new FileProblem(code, { cause: String((error as Error).message) })
}

const probeBytes = Buffer.alloc(4096)

/** What keeps a folder from taking so many bytes; tried by writing, since a read-only disk says so only then. */
export async function folderTrouble(folder: string, room: number): Promise<FileProblemCode | undefined> {
  const probe = join(folder, `probe-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, probeBytes, { flag: 'wx' })
    await rm(probe)
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < room ? 'storageFull' : undefined
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined)
    const problem = diskProblem(error)
    return problem instanceof FileProblem && problem.code === 'storage.storageFull' ? 'storageFull' : 'storageUnavailable'
  }
}
