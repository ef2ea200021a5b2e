import type { Certificate } from './certificate.ts'
import { checkCms } from './check-cms.ts'
import { readCms, signCms, type CmsSignature } from './cms.ts'
import { der, derSequence, derTags, octetsOf, readDer, readSequence } from './der.ts'
import {
  algorithmIdentifier,
  booleanOf,
  derBits,
  derGeneralizedTime,
  derInteger,
  derOid,
  derSerial,
  derTrue,
  integerOf,
  memberReader,
  membersOf,
  oidOf,
  serialOf,
  timeOf,
} from './der-values.ts'
import { randomSerial } from './issue.ts'
import type { SignatureAlgorithm } from './keys.ts'
import { oids } from './oids.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { algorithmOids, digestBy } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

/** What is to be stamped: a digest, and a nonce that ties the answer to the question (RFC 3161 2.4.1). */
export type TimeStampRequest = { digestOid: string; digest: Buffer; nonce?: string; wantsCertificate: boolean }

export function makeTimeStampRequest(data: Uint8Array, algorithm: SignatureAlgorithm): { request: TimeStampRequest; der: Buffer } {
  const digestOid = algorithmOids[algorithm].digest
  const digest = digestBy(digestOid, data) ?? Buffer.of()
  const nonce = randomSerial().slice(0, 16)
  const bytes = derSequence(derInteger(1), imprint(digestOid, digest), derSerial(nonce), derTrue)
  return { request: { digestOid, digest, nonce, wantsCertificate: true }, der: bytes }
}

export function readTimeStampRequest(bytes: Uint8Array): TimeStampRequest {
  return orProblem('badTimeStamp', () => {
    const members = memberReader(readSequence(bytes))
    if (integerOf(members.next()) !== 1) throw new CryptoProblem('badTimeStamp', 'version')
    const { digestOid, digest } = readImprint(members.next()?.raw)
    if (digestBy(digestOid)?.length !== digest.length) throw new CryptoProblem('badTimeStamp', 'digest algorithm')
    members.ifTag(derTags.oid)
    const nonce = members.ifTag(derTags.integer)
    const certReq = members.ifTag(derTags.boolean)
    const wantsCertificate = certReq !== undefined && booleanOf(certReq)
    return { digestOid, digest, wantsCertificate, ...(nonce === undefined ? {} : { nonce: serialOf(nonce) }) }
  })
}

/** The policy under which this platform's own authority stamps: the number reserved for documentation (RFC 5612); a real TSA states its own. */
export const demonstrationPolicy = '1.3.6.1.4.1.32473.1.1'

/** The answer of a time-stamping authority (时间戳服务) to a request: granted, with the token inside. */
export async function makeTimeStampResponse(
  signer: Signer,
  request: TimeStampRequest,
  at: Date,
  policy: string = demonstrationPolicy,
): Promise<Buffer> {
  const info = derSequence(
    derInteger(1),
    derOid(policy),
    imprint(request.digestOid, request.digest),
    derSerial(randomSerial()),
    derGeneralizedTime(at),
    derSequence(derInteger(1)),
    ...(request.nonce === undefined ? [] : [derSerial(request.nonce)]),
  )
  const contentDigest = digestBy(algorithmOids[signer.algorithm].digest, info) ?? Buffer.of()
  const stamped = request.wantsCertificate ? signer : { ...signer, chain: [] }
  const token = await signCms(stamped, { contentDigest, content: info, contentType: oids.timeStampInfo, signingTime: at })
  return derSequence(derSequence(derInteger(0)), token)
}

/** The refusal of a request that cannot be read: status 2, failure bit 2 (badRequest). */
export function refuseTimeStamp(): Buffer {
  return derSequence(derSequence(derInteger(2), derBits(Buffer.of(0x20), 5)))
}

/** The token out of a response, once it is granted and answers this very request. Its signature is checked by `checkTimeStamp`. */
export function tokenFrom(response: Uint8Array, request: TimeStampRequest): Buffer {
  return orProblem('badTimeStamp', () => {
    const [status, token] = readSequence(response)
    if (integerOf(membersOf(status, derTags.sequence)[0]) > 1 || token === undefined) throw new CryptoProblem('badTimeStamp', 'not granted')
    const info = readInfo(readCms(token.raw))
    if (info.digestOid !== request.digestOid || !info.digest.equals(request.digest))
      throw new CryptoProblem('badTimeStamp', 'stamps something else')
    if (info.nonce !== request.nonce) throw new CryptoProblem('badTimeStamp', 'answers another request')
    return token.raw
  })
}

export type TimeStamp = { at: Date; certificate: Certificate; certificates: readonly Certificate[] }

/** The moment a token proves for these bytes. Whether its authority is trusted is for `checkTrust` with `use: 'timeStamp'`. */
export function checkTimeStamp(token: Uint8Array, data: Uint8Array): TimeStamp {
  return orProblem('badTimeStamp', () => {
    const cms = readCms(token)
    const info = readInfo(cms)
    if (!digestBy(info.digestOid, data)?.equals(info.digest)) throw new CryptoProblem('badTimeStamp', 'stamps something else')
    const { certificate, problems } = checkCms(cms, [cms.content ?? Buffer.of()])
    if (certificate === undefined || problems.length > 0) throw new CryptoProblem('badTimeStamp', problems.join(', '))
    return { at: info.at, certificate, certificates: cms.certificates }
  })
}

type Info = { digestOid: string; digest: Buffer; at: Date; nonce?: string }

function readInfo(cms: CmsSignature): Info {
  if (cms.contentType !== oids.timeStampInfo || cms.content === undefined) throw new CryptoProblem('badTimeStamp', 'no time stamp inside')
  const members = memberReader(readSequence(cms.content))
  members.next()
  members.next()
  const stamped = readImprint(members.next()?.raw)
  members.next()
  const at = timeOf(members.next())
  members.ifTag(derTags.sequence)
  members.ifTag(derTags.boolean)
  const nonce = members.ifTag(derTags.integer)
  return { ...stamped, at, ...(nonce === undefined ? {} : { nonce: serialOf(nonce) }) }
}

function imprint(digestOid: string, digest: Uint8Array): Buffer {
  return derSequence(algorithmIdentifier(digestOid), der(derTags.octetString, digest))
}

function readImprint(bytes: Buffer | undefined): { digestOid: string; digest: Buffer } {
  const [algorithm, digest] = membersOf(readDer(bytes ?? Buffer.of(), derTags.sequence), derTags.sequence)
  return { digestOid: oidOf(membersOf(algorithm, derTags.sequence)[0]), digest: octetsOf(digest) }
}
