import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const Algorithm = Type.Enum(['sm2', 'ecdsa-p256'])
export const Level = Type.Enum(['root', 'issuing'])
export const Reason = Type.Enum(['unspecified', 'keyCompromise', 'affiliationChanged', 'superseded', 'cessation'])

export const Subject = Type.Object(
  {
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    province: Type.Optional(text(64)),
    locality: Type.Optional(text(64)),
    organisation: Type.Optional(text(64)),
    unit: Type.Optional(text(64)),
    commonName: text(64),
    organisationIdentifier: Type.Optional(text(64)),
  },
  closed,
)

/** A request (PKCS#10) that proves the key, or, for a key held elsewhere, the public key and who it is for. */
export const CertificateWanted = Type.Union([
  Type.Object({ request: text(8192), purpose: Type.Optional(Type.Enum(['seal', 'person'])) }, closed),
  Type.Object({ publicKey: text(2048), subject: Subject, purpose: Type.Optional(Type.Enum(['seal', 'person'])) }, closed),
])
export type CertificateWanted = Static<typeof CertificateWanted>

export const IssuedCertificate = Type.Object({
  serial: Type.String(),
  algorithm: Algorithm,
  notBefore: Type.String({ format: 'date-time' }),
  notAfter: Type.String({ format: 'date-time' }),
  certificatePem: Type.String(),
  /** The issuing authority and the root, in this order. */
  chainPem: Type.String(),
})
export type IssuedCertificate = Static<typeof IssuedCertificate>

export const SerialKey = Type.Object({ serial: Type.String({ pattern: '^[0-9a-f]{2,40}$' }) })
export const AlgorithmKey = Type.Object({ algorithm: Algorithm })
export const ListKey = Type.Object({ algorithm: Algorithm, level: Level })
export const RevocationWanted = Type.Object({ reason: Type.Optional(Reason) }, closed)

export const CertificateState = Type.Object({
  serial: Type.String(),
  subject: Type.String(),
  state: Type.Enum(['valid', 'expired', 'revoked']),
  revokedAt: Type.Optional(Type.String({ format: 'date-time' })),
  reason: Type.Optional(Reason),
})
export type CertificateState = Static<typeof CertificateState>
