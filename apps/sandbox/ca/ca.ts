import {
  algorithmOf,
  certificatePem,
  CryptoProblem,
  issueCertificate,
  makeRevocationList,
  makeTimeStampResponse,
  oids,
  readCertificateRequest,
  readPublicKey,
  readTimeStampRequest,
  refuseTimeStamp,
  type Certificate,
  type RevocationReason,
  type SignatureAlgorithm,
} from '@yiwang/crypto'
import { join } from 'node:path'
import { Problem } from '../problems.ts'
import type { Clock } from '../world.ts'
import { authorityKeys, type AuthorityKeys } from './authority-keys.ts'
import type { CertificateState, CertificateWanted, IssuedCertificate } from './contract.ts'
import { openIssuedBook, type IssuedBook, type RevokedEntry } from './issued-book.ts'

export type AuthorityOptions = {
  /** Where keys and the book of issued certificates are kept; without it, in memory. */
  folder?: string | undefined
  clock: Clock
  /** Where others reach the revocation lists (`…/ca/crl`); named in the certificates when given. */
  crlUrl?: (() => string) | undefined
}

/** A demonstration certificate authority (电子认证服务机构) with one tree for P-256 and one for SM2. */
export type Authority = {
  issue: (wanted: CertificateWanted) => Promise<IssuedCertificate>
  state: (serial: string) => CertificateState
  revoke: (serial: string, reason: RevocationReason) => CertificateState
  revocationList: (algorithm: SignatureAlgorithm, level: 'root' | 'issuing') => Promise<Buffer>
  root: (algorithm: SignatureAlgorithm) => Promise<Certificate>
  /** Answers a time-stamp query; what cannot be read gets a refusal, as RFC 3161 wants it. */
  stamp: (query: Uint8Array) => Promise<Buffer>
}

const day = 24 * 3600 * 1000
const validDays = 730

export function openAuthority(options: AuthorityOptions): Authority {
  const { clock } = options
  const book = openIssuedBook(options.folder)
  const trees = new Map<SignatureAlgorithm, Promise<AuthorityKeys>>()
  // Made when first asked for: only then does the server know the address it listens at.
  const tree = (algorithm: SignatureAlgorithm): Promise<AuthorityKeys> => {
    const folder = options.folder === undefined ? undefined : join(options.folder, 'keys')
    const keys = trees.get(algorithm) ?? authorityKeys(folder, algorithm, clock.now(), options.crlUrl?.())
    trees.set(algorithm, keys)
    return keys
  }
  return {
    issue: (wanted) => issue(wanted, tree, book, options),
    state: (serial) => stateOf(book, serial, clock.now()),
    revoke: (serial, reason) => {
      stateOf(book, serial, clock.now())
      if (book.revocation(serial) === undefined) book.noteRevoked({ serial, at: wholeSecond(clock.now()).toISOString(), reason })
      return stateOf(book, serial, clock.now())
    },
    revocationList: async (algorithm, level) => {
      const now = wholeSecond(clock.now())
      const revoked = level === 'issuing' ? book.revoked(algorithm).map(asRevocation) : []
      const number = Math.floor(now.getTime() / 1000)
      return (
        await makeRevocationList((await tree(algorithm))[level], {
          number,
          thisUpdate: now,
          nextUpdate: new Date(now.getTime() + day),
          revoked,
        })
      ).der
    },
    root: async (algorithm) => (await tree(algorithm)).root.certificate,
    stamp: (query) => stamp(query, tree, clock),
  }
}

type Tree = (algorithm: SignatureAlgorithm) => Promise<AuthorityKeys>

async function issue(
  wanted: CertificateWanted,
  tree: Tree,
  book: IssuedBook,
  { clock, crlUrl }: AuthorityOptions,
): Promise<IssuedCertificate> {
  const { subject, publicKey } =
    'request' in wanted ? readWanted(wanted.request) : { subject: wanted.subject, publicKey: readKey(wanted.publicKey) }
  const algorithm = algorithmOf(publicKey)
  if (algorithm === undefined) throw new Problem('request.invalid', { detail: 'the key is neither SM2 nor P-256' })
  if (subject.commonName === '' || subject.commonName.length > 64) throw new Problem('request.invalid', { detail: 'commonName' })
  const { issuing } = await tree(algorithm)
  const now = wholeSecond(clock.now())
  const certificate = await issueCertificate(issuing, {
    subject,
    publicKey,
    purpose: wanted.purpose ?? 'seal',
    notBefore: now,
    notAfter: new Date(now.getTime() + validDays * day),
    ...(crlUrl === undefined ? {} : { crlUrl: `${crlUrl()}/${algorithm}/issuing` }),
  })
  const { serial, notBefore, notAfter } = certificate
  book.noteIssued({ serial, algorithm, subject: subject.commonName, notAfter: notAfter.toISOString() })
  return {
    serial,
    algorithm,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    certificatePem: certificatePem(certificate),
    chainPem: [issuing.certificate, ...issuing.chain].map(certificatePem).join(''),
  }
}

function readWanted(request: string): ReturnType<typeof readCertificateRequest> {
  return refusing(() => readCertificateRequest(request))
}

function readKey(pem: string): ReturnType<typeof readPublicKey> {
  return refusing(() => readPublicKey(pem))
}

function refusing<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CryptoProblem) throw new Problem('request.invalid', { detail: error.message })
    throw error
  }
}

function stateOf(book: IssuedBook, serial: string, now: Date): CertificateState {
  const entry = book.find(serial)
  if (entry === undefined) throw new Problem('record.notFound')
  const revocation = book.revocation(serial)
  const base = { serial, subject: entry.subject }
  if (revocation === undefined) return { ...base, state: now > new Date(entry.notAfter) ? 'expired' : 'valid' }
  return { ...base, state: 'revoked', revokedAt: revocation.at, reason: revocation.reason as NonNullable<CertificateState['reason']> }
}

function asRevocation(entry: RevokedEntry): { serial: string; at: Date; reason: RevocationReason } {
  return { ...entry, at: new Date(entry.at) }
}

/** A query over an SM3 digest is stamped by the SM2 authority, any other by the P-256 one. */
async function stamp(query: Uint8Array, tree: Tree, clock: Clock): Promise<Buffer> {
  try {
    const request = readTimeStampRequest(query)
    const { timeStamp } = await tree(request.digestOid === oids.sm3 ? 'sm2' : 'ecdsa-p256')
    return await makeTimeStampResponse(timeStamp, request, clock.now())
  } catch (error) {
    if (error instanceof CryptoProblem) return refuseTimeStamp()
    throw error
  }
}

function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000)
}
