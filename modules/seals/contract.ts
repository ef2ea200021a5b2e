import { Type, type Static } from 'typebox'
import { pageOf } from '@yiwang/kernel/contract'

export const SealKind = Type.Enum(['official', 'approval', 'licence'])
export type SealKind = Static<typeof SealKind>
export const SealState = Type.Enum(['applied', 'approved', 'refused', 'made', 'issued', 'suspended', 'lost', 'destroyed'])
export type SealState = Static<typeof SealState>

export const Seal = Type.Object({
  id: Type.String(),
  bodyCode: Type.String(),
  division: Type.String(),
  name: Type.String(),
  kind: SealKind,
  state: SealState,
  reason: Type.String(),
  appliedAt: Type.String({ format: 'date-time' }),
  serial: Type.Optional(Type.String()),
  validFrom: Type.Optional(Type.String({ format: 'date-time' })),
  validTo: Type.Optional(Type.String({ format: 'date-time' })),
  endedReason: Type.Optional(Type.String()),
})
export type Seal = Static<typeof Seal>
export const SealPage = pageOf(Seal)
export const SealKey = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const ApplyForSealInput = Type.Object({
  bodyCode: Type.String({ minLength: 18, maxLength: 18 }),
  name: Type.String({ minLength: 2, maxLength: 60 }),
  kind: SealKind,
  reason: Type.String({ minLength: 1, maxLength: 500 }),
})
export type ApplyForSealInput = Static<typeof ApplyForSealInput>
export const DecideSealInput = Type.Object({ approved: Type.Boolean(), note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) })
export type DecideSealInput = Static<typeof DecideSealInput>
export const SealReason = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) })

/** What was found about a PDF that somebody holds: by its signatures, not by its number. */
export const SealVerdict = Type.Object({
  verdict: Type.Enum(['valid', 'altered', 'unsigned', 'untrusted', 'revoked', 'expired', 'unreadable']),
  signatures: Type.Array(
    Type.Object({
      valid: Type.Boolean(),
      signer: Type.Optional(Type.String()),
      /** 印章证书: what the guide 七（一）4 wants to be seen of it. */
      certificate: Type.Optional(
        Type.Object({
          serial: Type.String(),
          issuer: Type.String(),
          validFrom: Type.String({ format: 'date-time' }),
          validTo: Type.String({ format: 'date-time' }),
        }),
      ),
      bodyCode: Type.Optional(Type.String()),
      signedAt: Type.Optional(Type.String({ format: 'date-time' })),
      stamped: Type.Boolean(),
      coversWholeDocument: Type.Boolean(),
      problems: Type.Array(Type.String()),
    }),
  ),
})
export type SealVerdict = Static<typeof SealVerdict>
