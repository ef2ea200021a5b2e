import { readCertificate, type Certificate } from './certificate.ts'
import { der, derSequence, derTags, octetsOf, readDer, type DerValue } from './der.ts'
import {
  algorithmIdentifier,
  derContext,
  derInteger,
  derNull,
  derOid,
  derSerial,
  derSetOf,
  derTime,
  memberReader,
  membersOf,
  oidOf,
  serialOf,
} from './der-values.ts'
import { oids } from './oids.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { algorithmOids, digestBy } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

/** CMS signed data (RFC 5652) with the attributes of CAdES; GM/T 0010 differs in two object identifiers only. */
export type CmsWish = {
  /** The digest of the content, taken with the signer's own digest algorithm. */
  contentDigest: Uint8Array
  /** Present when the content itself goes inside; absent for a detached signature. */
  content?: Uint8Array
  contentType?: string
  /** PAdES forbids it (the PDF says the time itself); other uses want it. */
  signingTime?: Date
  profile?: 'cms' | 'gmt0010'
  /** Gets the signature value and answers with a time stamp token over it. */
  timeStamper?: ((signature: Uint8Array) => Promise<Uint8Array>) | undefined
}

export async function signCms(signer: Signer, wish: CmsWish): Promise<Buffer> {
  const algorithm = algorithmOids[signer.algorithm]
  const gm = wish.profile === 'gmt0010'
  const contentType = wish.contentType ?? (gm ? oids.gmData : oids.data)
  const attributes = signedAttributes(signer, contentType, wish)
  const signature = await signer.sign(derSetOf(...attributes))
  const token = await wish.timeStamper?.(signature)
  const signerInfo = derSequence(
    derInteger(1),
    derSequence(signer.certificate.issuerDer, derSerial(signer.certificate.serial)),
    algorithmIdentifier(algorithm.digest, ...(signer.algorithm === 'sm2' ? [] : [derNull])),
    derContext(0, readDer(derSetOf(...attributes), derTags.set).content),
    algorithmIdentifier(gm ? oids.sm2Sign : algorithm.signature),
    der(derTags.octetString, signature),
    ...(token === undefined ? [] : [derContext(1, attribute(oids.timeStampToken, token))]),
  )
  const content = wish.content === undefined ? [] : [derContext(0, der(derTags.octetString, wish.content))]
  const certificates = [signer.certificate, ...signer.chain].map((each) => each.der)
  const signedData = derSequence(
    derInteger(contentType === oids.data || contentType === oids.gmData ? 1 : 3),
    derSetOf(algorithmIdentifier(algorithm.digest, ...(signer.algorithm === 'sm2' ? [] : [derNull]))),
    derSequence(derOid(contentType), ...content),
    derContext(0, readDer(derSetOf(...certificates), derTags.set).content),
    derSetOf(signerInfo),
  )
  return derSequence(derOid(gm ? oids.gmSignedData : oids.signedData), derContext(0, signedData))
}

function signedAttributes(signer: Signer, contentType: string, wish: CmsWish): Buffer[] {
  return [
    attribute(oids.contentType, derOid(contentType)),
    attribute(oids.messageDigest, der(derTags.octetString, wish.contentDigest)),
    attribute(oids.signingCertificateV2, signingCertificate(signer)),
    ...(wish.signingTime === undefined ? [] : [attribute(oids.signingTime, derTime(wish.signingTime))]),
  ]
}

/** ESS signing-certificate-v2 (RFC 5035): binds the signature to this very certificate, so that no other with the same key replaces it. */
function signingCertificate(signer: Signer): Buffer {
  const { digest } = algorithmOids[signer.algorithm]
  const hash = der(derTags.octetString, digestBy(digest, signer.certificate.der) ?? Buffer.of())
  // SHA-256 is the DEFAULT of the structure and must then be left out in DER.
  const certId = digest === oids.sha256 ? derSequence(hash) : derSequence(algorithmIdentifier(digest), hash)
  return derSequence(derSequence(certId))
}

function attribute(oid: string, value: Uint8Array): Buffer {
  return derSequence(derOid(oid), der(derTags.set, value))
}

export type CmsSignature = {
  contentType: string
  content?: Buffer
  certificates: readonly Certificate[]
  signer: {
    issuerDer: Buffer
    serial: string
    digestOid: string
    signatureOid: string
    signature: Buffer
    /** The signed attributes as they were signed: DER SET OF. */
    signedBytes: Buffer
    signed: ReadonlyMap<string, DerValue>
    unsigned: ReadonlyMap<string, DerValue>
  }
}

const mostCertificates = 40

/** Reads signed data with exactly one signer. Nothing is verified here; see `checkCms`. */
export function readCms(bytes: Uint8Array): CmsSignature {
  return orProblem('badCms', () => {
    const [type, wrapped] = membersOf(readDer(bytes, derTags.sequence), derTags.sequence)
    if (![oids.signedData, oids.gmSignedData].includes(oidOf(type) as typeof oids.signedData))
      throw new CryptoProblem('badCms', 'not signed data')
    const members = memberReader(membersOf(membersOf(wrapped, 0xa0)[0], derTags.sequence))
    members.next()
    members.next()
    const [contentType, content] = membersOf(members.next(), derTags.sequence)
    const certificates = members.ifTag(0xa0)
    members.ifTag(0xa1)
    const [signerInfo, ...others] = membersOf(members.next(), derTags.set)
    if (signerInfo === undefined || others.length > 0) throw new CryptoProblem('badCms', 'exactly one signer expected')
    return {
      contentType: oidOf(contentType),
      ...(content === undefined ? {} : { content: octetsOf(membersOf(content, 0xa0)[0]) }),
      certificates: certificates === undefined ? [] : readEmbedded(membersOf(certificates, 0xa0)),
      signer: readSignerInfo(signerInfo),
    }
  })
}

/** Attribute certificates and other kinds have context tags and are passed over. */
function readEmbedded(values: readonly DerValue[]): Certificate[] {
  const plain = values.filter((each) => each.tag === derTags.sequence)
  if (plain.length > mostCertificates) throw new CryptoProblem('badCms', 'too many certificates')
  return plain.map((each) => readCertificate(each.raw))
}

function readSignerInfo(value: DerValue): CmsSignature['signer'] {
  const members = memberReader(membersOf(value, derTags.sequence))
  members.next()
  const [issuer, serial] = membersOf(members.next(), derTags.sequence)
  const digestOid = oidOf(membersOf(members.next(), derTags.sequence)[0])
  const signed = members.ifTag(0xa0)
  const signatureOid = oidOf(membersOf(members.next(), derTags.sequence)[0])
  const signature = octetsOf(members.next())
  const unsigned = members.ifTag(0xa1)
  if (signed === undefined) throw new CryptoProblem('badCms', 'no signed attributes')
  return {
    issuerDer: issuer?.raw ?? Buffer.of(),
    serial: serialOf(serial),
    digestOid,
    signatureOid,
    signature,
    signedBytes: der(derTags.set, signed.content),
    signed: readAttributes(membersOf(signed, 0xa0)),
    unsigned: readAttributes(unsigned === undefined ? [] : membersOf(unsigned, 0xa1)),
  }
}

function readAttributes(values: readonly DerValue[]): Map<string, DerValue> {
  const attributes = new Map<string, DerValue>()
  for (const each of values) {
    const [type, set] = membersOf(each, derTags.sequence)
    const [first] = membersOf(set, derTags.set)
    const oid = oidOf(type)
    if (first === undefined || attributes.has(oid)) throw new CryptoProblem('badCms', 'attribute without a value or twice')
    attributes.set(oid, first)
  }
  return attributes
}
