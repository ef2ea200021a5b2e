import { createHash, type KeyObject } from 'node:crypto'
import { der, derSequence, derTags, octetsOf, readDer, readSequence, type DerValue } from './der.ts'
import {
  bitsOf,
  booleanOf,
  derBits,
  derContext,
  derInteger,
  derOid,
  derTrue,
  integerOf,
  memberReader,
  membersOf,
  oidOf,
} from './der-values.ts'
import { publicKeyDer } from './keys.ts'
import { oids } from './oids.ts'

export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** What a certificate or a revocation list says beyond its basic fields. */
export type Extensions = {
  authority: boolean
  pathLength?: number
  keyUsage?: readonly KeyUsage[]
  extendedKeyUsage?: readonly string[]
  crlUrls: readonly string[]
  subjectKeyId?: string
  authorityKeyId?: string
  /** Critical extensions this reader does not know: the certificate must then not be relied on (RFC 5280 4.2). */
  unknownCritical: readonly string[]
}

export function derExtension(oid: string, value: Uint8Array, critical = false): Buffer {
  return derSequence(derOid(oid), ...(critical ? [derTrue] : []), der(derTags.octetString, value))
}

export function basicConstraints(authority: boolean, pathLength?: number): Buffer {
  const inner = authority ? [derTrue, ...(pathLength === undefined ? [] : [derInteger(pathLength)])] : []
  return derExtension(oids.basicConstraints, derSequence(...inner), true)
}

export function keyUsage(usages: readonly KeyUsage[]): Buffer {
  let bits = 0
  for (const usage of usages) bits |= 0x80 >> keyUsages.indexOf(usage)
  let unused = 0
  while (unused < 7 && ((bits >> unused) & 1) === 0) unused += 1
  return derExtension(oids.keyUsage, derBits(Buffer.of(bits), unused), true)
}

/** A time-stamping certificate serves that purpose only, and says so critically (RFC 3161 2.3). */
export function timeStampingOnly(): Buffer {
  return derExtension(oids.extendedKeyUsage, derSequence(derOid(oids.timeStamping)), true)
}

export function crlDistributionPoint(url: string): Buffer {
  const point = derContext(0, derContext(0, der(0x86, Buffer.from(url, 'latin1'))))
  return derExtension(oids.crlDistributionPoints, derSequence(derSequence(point)))
}

export function subjectKeyIdentifier(publicKey: KeyObject): Buffer {
  return derExtension(oids.subjectKeyIdentifier, der(derTags.octetString, keyIdentifier(publicKey)))
}

export function authorityKeyIdentifier(keyId: string): Buffer {
  return derExtension(oids.authorityKeyIdentifier, derSequence(der(0x80, Buffer.from(keyId, 'hex'))))
}

/** RFC 7093 method 1: the left 160 bits of SHA-256 over the public key bits. */
export function keyIdentifier(publicKey: KeyObject): Buffer {
  const [, bits] = readSequence(publicKeyDer(publicKey))
  return createHash('sha256').update(bitsOf(bits)).digest().subarray(0, 20)
}

export type RawExtension = { oid: string; critical: boolean; value: Buffer }

export function readExtensionList(value: DerValue | undefined): RawExtension[] {
  const list = membersOf(value, derTags.sequence).map((each) => {
    const members = memberReader(membersOf(each, derTags.sequence))
    const oid = oidOf(members.next())
    const critical = members.ifTag(derTags.boolean)
    return { oid, critical: critical !== undefined && booleanOf(critical), value: octetsOf(members.next()) }
  })
  return list
}

const understood: readonly string[] = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
  oids.crlDistributionPoints,
  oids.subjectAltName,
  oids.certificatePolicies,
]

export function readExtensions(list: readonly RawExtension[]): Extensions {
  const find = (oid: string) => list.find((each) => each.oid === oid)?.value
  const unknownCritical = list.filter((each) => each.critical && !understood.includes(each.oid)).map((each) => each.oid)
  const repeated = list.filter((each, index) => list.findIndex((other) => other.oid === each.oid) !== index).map((each) => each.oid)
  return {
    ...readConstraints(find(oids.basicConstraints)),
    ...readUsages(find(oids.keyUsage), find(oids.extendedKeyUsage)),
    ...readKeyIds(find(oids.subjectKeyIdentifier), find(oids.authorityKeyIdentifier)),
    crlUrls: readCrlUrls(find(oids.crlDistributionPoints)),
    unknownCritical: [...unknownCritical, ...repeated],
  }
}

function readConstraints(value: Buffer | undefined): Pick<Extensions, 'authority' | 'pathLength'> {
  if (value === undefined) return { authority: false }
  const members = memberReader(readSequence(value))
  const flag = members.ifTag(derTags.boolean)
  const length = members.ifTag(derTags.integer)
  return { authority: flag !== undefined && booleanOf(flag), ...(length === undefined ? {} : { pathLength: integerOf(length) }) }
}

function readUsages(usage: Buffer | undefined, extended: Buffer | undefined): Pick<Extensions, 'keyUsage' | 'extendedKeyUsage'> {
  const bits = usage === undefined ? undefined : (bitsOf(readDer(usage, derTags.bitString))[0] ?? 0)
  return {
    ...(bits === undefined ? {} : { keyUsage: keyUsages.filter((_, index) => (bits & (0x80 >> index)) !== 0) }),
    ...(extended === undefined ? {} : { extendedKeyUsage: readSequence(extended).map(oidOf) }),
  }
}

function readKeyIds(subject: Buffer | undefined, authority: Buffer | undefined): Pick<Extensions, 'subjectKeyId' | 'authorityKeyId'> {
  const keyId = authority === undefined ? undefined : readSequence(authority).find((each) => each.tag === 0x80)
  return {
    ...(subject === undefined ? {} : { subjectKeyId: octetsOf(readDer(subject, derTags.octetString)).toString('hex') }),
    ...(keyId === undefined ? {} : { authorityKeyId: keyId.content.toString('hex') }),
  }
}

function readCrlUrls(value: Buffer | undefined): string[] {
  if (value === undefined) return []
  return readSequence(value).flatMap((point) => {
    const [name] = membersOf(point, derTags.sequence).filter((each) => each.tag === 0xa0)
    const [full] = name === undefined ? [] : membersOf(name, 0xa0).filter((each) => each.tag === 0xa0)
    const uris = full === undefined ? [] : membersOf(full, 0xa0).filter((each) => each.tag === 0x86)
    return uris.map((uri) => uri.content.toString('latin1'))
  })
}
