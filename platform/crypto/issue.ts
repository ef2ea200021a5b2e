import { randomBytes, type KeyObject } from 'node:crypto'
import { readCertificate, type Certificate } from './certificate.ts'
import { derSequence } from './der.ts'
import { algorithmIdentifier, derBits, derContext, derInteger, derSerial, derTime } from './der-values.ts'
import {
  authorityKeyIdentifier,
  basicConstraints,
  crlDistributionPoint,
  keyIdentifier,
  keyUsage,
  subjectKeyIdentifier,
  timeStampingOnly,
  type KeyUsage,
} from './extensions.ts'
import { algorithmOf, publicKeyDer, publicKeyOf } from './keys.ts'
import { derName, type DistinguishedName } from './names.ts'
import { CryptoProblem } from './problems.ts'
import { algorithmOids, signWith } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

/** What a certificate is for. `seal` and `person` sign papers; `authority` issues certificates; `timeStamp` is a TSA's. */
export type CertificatePurpose = 'authority' | 'seal' | 'person' | 'timeStamp'

export type CertificateWish = {
  subject: DistinguishedName
  publicKey: KeyObject
  purpose: CertificatePurpose
  notBefore: Date
  notAfter: Date
  crlUrl?: string
  serial?: string
}

const usages: Record<CertificatePurpose, readonly KeyUsage[]> = {
  authority: ['keyCertSign', 'cRLSign'],
  seal: ['digitalSignature', 'nonRepudiation'],
  person: ['digitalSignature', 'nonRepudiation'],
  timeStamp: ['digitalSignature', 'nonRepudiation'],
}

/** A root: signed by the key it certifies. It may stand above one level of issuing authorities. */
export function makeRootCertificate(privateKey: KeyObject, wish: Pick<CertificateWish, 'subject' | 'notBefore' | 'notAfter'>): Certificate {
  const algorithm = algorithmOf(privateKey)
  if (algorithm === undefined) throw new CryptoProblem('badKey', 'a root takes an SM2 or P-256 key')
  const publicKey = publicKeyOf(privateKey)
  const extensions = [...commonExtensions(publicKey, usages.authority), basicConstraints(true, 1)]
  const { signature } = algorithmOids[algorithm]
  const tbs = encodeTbs({ ...wish, publicKey, purpose: 'authority' }, derName(wish.subject), signature, extensions)
  return assemble(tbs, signature, signWith(privateKey, tbs))
}

/** Issues a certificate under an authority. Its validity must lie within the authority's own. */
export async function issueCertificate(authority: Signer, wish: CertificateWish): Promise<Certificate> {
  const above = authority.certificate
  if (!above.authority) throw new CryptoProblem('badCertificate', 'the issuer is no authority')
  if (wish.notBefore < above.notBefore || wish.notAfter > above.notAfter || wish.notBefore >= wish.notAfter) {
    throw new CryptoProblem('badCertificate', 'validity outside that of the issuer')
  }
  const extensions = [
    ...commonExtensions(wish.publicKey, usages[wish.purpose]),
    wish.purpose === 'authority' ? basicConstraints(true, 0) : basicConstraints(false),
    authorityKeyIdentifier(above.subjectKeyId ?? keyIdentifier(above.publicKey).toString('hex')),
    ...(wish.purpose === 'timeStamp' ? [timeStampingOnly()] : []),
    ...(wish.crlUrl === undefined ? [] : [crlDistributionPoint(wish.crlUrl)]),
  ]
  const { signature } = algorithmOids[authority.algorithm]
  const tbs = encodeTbs(wish, above.subjectDer, signature, extensions)
  return assemble(tbs, signature, await authority.sign(tbs))
}

/** 16 random bytes, positive: unguessable, as the CA/Browser rules ask, and never twice. */
export function randomSerial(): string {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0)
  return bytes.toString('hex')
}

function commonExtensions(publicKey: KeyObject, usage: readonly KeyUsage[]): Buffer[] {
  return [subjectKeyIdentifier(publicKey), keyUsage(usage)]
}

function encodeTbs(wish: CertificateWish, issuer: Buffer, signatureOid: string, extensions: readonly Buffer[]): Buffer {
  return derSequence(
    derContext(0, derInteger(2)),
    derSerial(wish.serial ?? randomSerial()),
    algorithmIdentifier(signatureOid),
    issuer,
    derSequence(derTime(wish.notBefore), derTime(wish.notAfter)),
    derName(wish.subject),
    publicKeyDer(wish.publicKey),
    derContext(3, derSequence(...extensions)),
  )
}

function assemble(tbs: Buffer, signatureOid: string, signature: Buffer): Certificate {
  return readCertificate(derSequence(tbs, algorithmIdentifier(signatureOid), derBits(signature)))
}
