import type { Work } from '@yiwang/kernel'
import type { FileStore } from '@yiwang/storage'
import type { SealSpot } from '@yiwang/papers'

/** Stamps a PDF with the e-seal of a body; modules/seals gives it when the house is composed. */
export type PaperSealer = (
  work: Work,
  wanted: { bodyCode: string; pdf: Uint8Array; spot: SealSpot; purpose: string },
) => Promise<Uint8Array>

declare module '@yiwang/kernel' {
  interface Jobs {
    'documents.makePapers': Record<string, never>
  }
  interface Outside {
    storage: FileStore
    sealPaper: PaperSealer
  }
}
