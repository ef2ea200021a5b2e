import { createHash, type KeyObject } from 'node:crypto'
import { derTags, readDer } from './der.ts'
import { bitsOf, memberReader, membersOf, oidOf, serialOf, timeOf } from './der-values.ts'
import { readExtensionList, readExtensions, type Extensions } from './extensions.ts'
import { readPublicKey } from './keys.ts'
import { nameOf, type DistinguishedName } from './names.ts'
import { pemBlocks, toPem } from './pem.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { verifyWith } from './signature-algorithms.ts'

/** An X.509 certificate (数字证书) as read from its bytes. Nothing in it is proven until `checkTrust` has looked at it. */
export type Certificate = Extensions & {
  der: Buffer
  /** The signed part, and the signature over it. */
  tbs: Buffer
  signatureOid: string
  signature: Buffer
  serial: string
  subject: DistinguishedName
  subjectDer: Buffer
  issuer: DistinguishedName
  issuerDer: Buffer
  notBefore: Date
  notAfter: Date
  publicKey: KeyObject
  /** SHA-256 of the whole, in hexadecimal: the name by which a certificate is recognised. */
  fingerprint: string
}

const largest = 64 * 1024

/** Reads one certificate from PEM or DER. */
export function readCertificate(given: string | Uint8Array): Certificate {
  return orProblem('badCertificate', () => {
    const bytes = typeof given === 'string' ? pemBlocks(given, 'CERTIFICATE')[0] : Buffer.from(given)
    if (bytes === undefined || bytes.length > largest) throw new CryptoProblem('badCertificate')
    const outer = memberReader(membersOf(readDer(bytes, derTags.sequence), derTags.sequence))
    const tbs = outer.next()
    const algorithm = outer.next()
    const signature = bitsOf(outer.next())
    const fields = readTbs(tbs)
    if (algorithm === undefined || !algorithm.raw.equals(fields.algorithm)) throw new CryptoProblem('badCertificate', 'two algorithms')
    const signatureOid = oidOf(membersOf(algorithm, derTags.sequence)[0])
    const fingerprint = createHash('sha256').update(bytes).digest('hex')
    return { ...fields, der: bytes, tbs: tbs?.raw ?? Buffer.of(), signatureOid, signature, fingerprint }
  })
}

/** All certificates of a PEM text: a bundle or a chain file. */
export function readCertificates(pem: string): Certificate[] {
  return orProblem('badCertificate', () => pemBlocks(pem, 'CERTIFICATE').map((each) => readCertificate(each)))
}

export function certificatePem(certificate: Certificate): string {
  return toPem(certificate.der, 'CERTIFICATE')
}

/** Whether `issuer` signed `certificate`: by name, by key and by being allowed to. */
export function issuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.issuerDer.equals(issuer.subjectDer) || !issuer.authority) return false
  if (issuer.keyUsage !== undefined && !issuer.keyUsage.includes('keyCertSign')) return false
  const { authorityKeyId } = certificate
  if (authorityKeyId !== undefined && issuer.subjectKeyId !== undefined && authorityKeyId !== issuer.subjectKeyId) return false
  return verifyWith(issuer.publicKey, certificate.signatureOid, certificate.tbs, certificate.signature)
}

function readTbs(
  value: Parameters<typeof membersOf>[0],
): Omit<Certificate, 'der' | 'tbs' | 'signatureOid' | 'signature' | 'fingerprint'> & { algorithm: Buffer } {
  const members = memberReader(membersOf(value, derTags.sequence))
  members.ifTag(0xa0)
  const serial = serialOf(members.next())
  const algorithm = members.next()?.raw ?? Buffer.of()
  const issuer = members.next()
  const [notBefore, notAfter] = membersOf(members.next(), derTags.sequence)
  const subject = members.next()
  const publicKey = readPublicKey(members.next()?.raw ?? Buffer.of())
  members.ifTag(0x81)
  members.ifTag(0x82)
  const extensions = members.ifTag(0xa3)
  return {
    ...readExtensions(extensions === undefined ? [] : readExtensionList(membersOf(extensions, 0xa3)[0])),
    algorithm,
    serial,
    issuer: nameOf(issuer),
    issuerDer: issuer?.raw ?? Buffer.of(),
    subject: nameOf(subject),
    subjectDer: subject?.raw ?? Buffer.of(),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    publicKey,
  }
}
