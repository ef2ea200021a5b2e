import { newId, type Act } from '@yiwang/kernel'
import type { StoredFile } from '@yiwang/storage'
import type { KeptFile, TrustLevel } from './contract.ts'
import { insertFile, type NewFile } from './document-store.ts'

export interface FileFacts {
  name: string
  mediaType: string
  trustLevel: TrustLevel
  origin: NewFile['origin']
  owner?: string
  /** Shown in the owner's personal file library (个人资料库). */
  inLibrary?: boolean
}

/** Keeping a file (存档): its bytes already lie in the file store; from this act on they belong to somebody. */
export async function keepFile(act: Act, stored: StoredFile, facts: FileFacts): Promise<KeptFile> {
  const { name, mediaType, trustLevel, origin, owner, inLibrary = false } = facts
  const file = { id: newId(), name, mediaType, size: stored.size, digest: stored.id, trustLevel }
  await insertFile(act.tx, { ...file, sm3: stored.sm3, origin, ownerAccount: owner ?? null, inLibrary, keptBy: act.by.id, keptAt: act.now })
  return { ...file, keptAt: act.now.toISOString() }
}
