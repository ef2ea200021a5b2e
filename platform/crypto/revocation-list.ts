import type { Certificate } from './certificate.ts'
import { der, derSequence, derTags, readDer, type DerValue } from './der.ts'
import {
  algorithmIdentifier,
  bitsOf,
  derBits,
  derContext,
  derInteger,
  derSerial,
  derTime,
  integerOf,
  memberReader,
  membersOf,
  oidOf,
  serialOf,
  timeOf,
} from './der-values.ts'
import { authorityKeyIdentifier, derExtension, keyIdentifier, readExtensionList } from './extensions.ts'
import { oids } from './oids.ts'
import { pemBlocks, toPem } from './pem.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { algorithmOids, verifyWith } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

const reasons = {
  unspecified: 0,
  keyCompromise: 1,
  authorityCompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessation: 5,
  onHold: 6,
} as const
export type RevocationReason = keyof typeof reasons

export type Revocation = { serial: string; at: Date; reason: RevocationReason }

/** A certificate revocation list (证书撤销列表) as read. Only `checkTrust` says whether it may be relied on. */
export type RevocationList = {
  der: Buffer
  tbs: Buffer
  signatureOid: string
  signature: Buffer
  issuerDer: Buffer
  number?: number
  thisUpdate: Date
  nextUpdate?: Date
  revocations: ReadonlyMap<string, Revocation>
  unknownCritical: readonly string[]
}

const understood: readonly string[] = [oids.crlNumber, oids.authorityKeyIdentifier]

export type RevocationListWish = { number: number; thisUpdate: Date; nextUpdate: Date; revoked: readonly Revocation[] }

export async function makeRevocationList(authority: Signer, wish: RevocationListWish): Promise<RevocationList> {
  const { signature } = algorithmOids[authority.algorithm]
  const above = authority.certificate
  const extensions = [
    authorityKeyIdentifier(above.subjectKeyId ?? keyIdentifier(above.publicKey).toString('hex')),
    derExtension(oids.crlNumber, derInteger(wish.number)),
  ]
  const tbs = derSequence(
    derInteger(1),
    algorithmIdentifier(signature),
    above.subjectDer,
    derTime(wish.thisUpdate),
    derTime(wish.nextUpdate),
    ...(wish.revoked.length === 0 ? [] : [derSequence(...wish.revoked.map(encodeEntry))]),
    derContext(0, derSequence(...extensions)),
  )
  return readRevocationList(derSequence(tbs, algorithmIdentifier(signature), derBits(await authority.sign(tbs))))
}

function encodeEntry(revocation: Revocation): Buffer {
  const reason = derExtension(oids.reasonCode, der(derTags.enumerated, Buffer.of(reasons[revocation.reason])))
  return derSequence(derSerial(revocation.serial), derTime(revocation.at), derSequence(reason))
}

const largest = 32 * 1024 * 1024

/** Reads a list from PEM or DER. */
export function readRevocationList(given: string | Uint8Array): RevocationList {
  return orProblem('badRevocationList', () => {
    const bytes = typeof given === 'string' ? pemBlocks(given, 'X509 CRL')[0] : Buffer.from(given)
    if (bytes === undefined || bytes.length > largest) throw new CryptoProblem('badRevocationList')
    const outer = memberReader(membersOf(readDer(bytes, derTags.sequence), derTags.sequence))
    const tbs = outer.next()
    const signatureOid = oidOf(membersOf(outer.next(), derTags.sequence)[0])
    return { ...readTbs(tbs), der: bytes, tbs: tbs?.raw ?? Buffer.of(), signatureOid, signature: bitsOf(outer.next()) }
  })
}

function readTbs(value: DerValue | undefined): Omit<RevocationList, 'der' | 'tbs' | 'signatureOid' | 'signature'> {
  const members = memberReader(membersOf(value, derTags.sequence))
  members.ifTag(derTags.integer)
  members.next()
  const issuerDer = members.next()?.raw ?? Buffer.of()
  const thisUpdate = timeOf(members.next())
  const next = members.ifTag(derTags.utcTime) ?? members.ifTag(derTags.generalizedTime)
  const entries = members.ifTag(derTags.sequence)
  const revocations = (entries === undefined ? [] : membersOf(entries, derTags.sequence)).map(readEntry)
  const wrapped = members.ifTag(0xa0)
  const extensions = wrapped === undefined ? [] : readExtensionList(membersOf(wrapped, 0xa0)[0])
  const number = extensions.find((each) => each.oid === oids.crlNumber)
  return {
    issuerDer,
    thisUpdate,
    ...(next === undefined ? {} : { nextUpdate: timeOf(next) }),
    ...(number === undefined ? {} : { number: integerOf(readDer(number.value, derTags.integer)) }),
    revocations: new Map(revocations.map((each) => [each.serial, each])),
    unknownCritical: extensions.filter((each) => each.critical && !understood.includes(each.oid)).map((each) => each.oid),
  }
}

function readEntry(value: DerValue): Revocation {
  const [serial, at, extensions] = membersOf(value, derTags.sequence)
  const reason = extensions === undefined ? undefined : readExtensionList(extensions).find((each) => each.oid === oids.reasonCode)
  const code = reason === undefined ? 0 : readDer(reason.value, derTags.enumerated).content[0]
  const name = (Object.keys(reasons) as RevocationReason[]).find((each) => reasons[each] === code)
  return { serial: serialOf(serial), at: timeOf(at), reason: name ?? 'unspecified' }
}

export function revocationListPem(list: RevocationList): string {
  return toPem(list.der, 'X509 CRL')
}

/** Whether the list was signed by this authority and holds nothing critical that is not understood. */
export function listIssuedBy(list: RevocationList, authority: Certificate): boolean {
  if (!list.issuerDer.equals(authority.subjectDer) || list.unknownCritical.length > 0) return false
  if (authority.keyUsage !== undefined && !authority.keyUsage.includes('cRLSign')) return false
  return verifyWith(authority.publicKey, list.signatureOid, list.tbs, list.signature)
}
