import type { Scanner } from './clamd.ts'
import { clamdScanner } from './clamd.ts'
import type { FileStore } from './file-store.ts'
import { localStore } from './local-store.ts'
import { s3Store } from './s3-store.ts'
import type { S3Settings } from './s3-store.ts'

export type StorageSettings = {
  /** Where files are kept unless `s3` is given. */
  folder: string
  s3?: Omit<S3Settings, 'scan'>
  /** A clamd: with it every upload is scanned, and none is taken while it does not answer. */
  clamd?: { host: string; port: number }
}

/** The store an installation has, from its settings. */
export function openStore({ folder, s3, clamd }: StorageSettings): FileStore {
  const scan: { scan?: Scanner } = clamd ? { scan: clamdScanner(clamd) } : {}
  return s3 ? s3Store({ ...s3, ...scan }) : localStore(folder, scan)
}
