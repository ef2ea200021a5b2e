import { Type, type Static } from 'typebox'
import { pageOf } from '@yiwang/kernel/contract'

export const TrustLevel = Type.Enum(['A', 'B', 'C', 'D'])
export type TrustLevel = Static<typeof TrustLevel>

export const KeptFile = Type.Object({
  id: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  digest: Type.String(),
  trustLevel: TrustLevel,
  keptAt: Type.String({ format: 'date-time' }),
})
export type KeptFile = Static<typeof KeptFile>
export const FilePage = pageOf(KeptFile)

export const FileKey = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** An official paper as its owner sees it. */
export const Paper = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  number: Type.String(),
  bodyName: Type.String(),
  subject: Type.Object({ kind: Type.String(), key: Type.String() }),
  sealed: Type.Boolean(),
  issuedAt: Type.String({ format: 'date-time' }),
})
export type Paper = Static<typeof Paper>
export const PaperPage = pageOf(Paper)

/**
 * `pending`: sealed, but handed over only once the originals were seen (原件核验); `rescinded`: the body took its decision back (撤销).
 */
export const PaperEffect = Type.Enum(['pending', 'inForce', 'rescinded'])
export type PaperEffect = Static<typeof PaperEffect>

/** What the QR code of a paper tells anybody: that it exists, from whom and since when. Nothing about the person. */
export const PaperFacts = Type.Object({
  title: Type.String(),
  number: Type.String(),
  bodyName: Type.String(),
  issuedOn: Type.String({ format: 'date' }),
  sealed: Type.Boolean(),
  effect: PaperEffect,
})
export type PaperFacts = Static<typeof PaperFacts>
