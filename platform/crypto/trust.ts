import { issuedBy, type Certificate } from './certificate.ts'
import { oids } from './oids.ts'
import { listIssuedBy, type Revocation, type RevocationList } from './revocation-list.ts'

/** Why a certificate was not to be relied on at the moment asked. */
export type TrustProblem = 'untrusted' | 'expired' | 'notYetValid' | 'revoked' | 'revocationUnknown' | 'notForThisUse' | 'criticalExtension'

export type TrustQuestion = {
  certificate: Certificate
  /** Certificates sent along; they help to find the way up and are worth nothing by themselves. */
  others?: readonly Certificate[]
  anchors: readonly Certificate[]
  at: Date
  revocationLists?: readonly RevocationList[]
  /** `required`: without a current list of each authority on the way the answer is `revocationUnknown`. */
  revocation?: 'required' | 'ifKnown'
  use?: 'signature' | 'timeStamp'
}

export type Trust = { problems: readonly TrustProblem[]; path: readonly Certificate[]; revocation?: Revocation }

const longestPath = 6

/** Walks from a certificate up to a trust anchor and checks every step as of one moment (RFC 5280 6.1, without name constraints). */
export function checkTrust(question: TrustQuestion): Trust {
  const path = findPath(question.certificate, { anchors: question.anchors, others: question.others ?? [], checksLeft: mostChecks })
  if (path === undefined) return { problems: ['untrusted'], path: [question.certificate] }
  const problems = new Set<TrustProblem>()
  for (const [depth, certificate] of path.entries()) {
    if (question.at < certificate.notBefore) problems.add('notYetValid')
    if (question.at > certificate.notAfter) problems.add('expired')
    if (certificate.unknownCritical.length > 0) problems.add('criticalExtension')
    // `depth - 1` authorities stand between this one and the certificate at the foot.
    if (certificate.pathLength !== undefined && depth - 1 > certificate.pathLength) problems.add('untrusted')
  }
  if (!fitFor(question.certificate, question.use ?? 'signature')) problems.add('notForThisUse')
  const revocation = checkRevocation(path, question, problems)
  return { problems: [...problems], path, ...(revocation === undefined ? {} : { revocation }) }
}

// A hostile bundle of certificates that all sign each other must cost a bounded time: so many signatures are looked at and no more.
const mostChecks = 200

type Search = Pick<TrustQuestion, 'anchors' | 'others'> & { checksLeft: number }

function findPath(certificate: Certificate, search: Search, below: readonly Certificate[] = []): readonly Certificate[] | undefined {
  const path = [...below, certificate]
  if (search.anchors.some((anchor) => anchor.fingerprint === certificate.fingerprint)) return path
  if (path.length >= longestPath) return undefined
  const above = (each: Certificate) =>
    path.every((step) => step.fingerprint !== each.fingerprint) && search.checksLeft-- > 0 && issuedBy(certificate, each)
  const anchor = search.anchors.find((each) => each.subjectDer.equals(certificate.issuerDer) && above(each))
  if (anchor) return [...path, anchor]
  for (const each of (search.others ?? []).filter((other) => other.subjectDer.equals(certificate.issuerDer))) {
    const found = above(each) ? findPath(each, search, path) : undefined
    if (found) return found
  }
  return undefined
}

function fitFor(certificate: Certificate, use: 'signature' | 'timeStamp'): boolean {
  const { keyUsage, extendedKeyUsage } = certificate
  const signs = keyUsage === undefined || keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation')
  if (use === 'timeStamp') return signs && extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === oids.timeStamping
  return signs && !certificate.authority && extendedKeyUsage?.includes(oids.timeStamping) !== true
}

function checkRevocation(path: readonly Certificate[], question: TrustQuestion, problems: Set<TrustProblem>): Revocation | undefined {
  let found: Revocation | undefined
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const authority = path[index + 1]
    const list = authority === undefined ? undefined : newestList(authority, question.revocationLists ?? [])
    const current = list !== undefined && (list.nextUpdate === undefined || list.nextUpdate >= question.at)
    if (!current && question.revocation === 'required') problems.add('revocationUnknown')
    const entry = list?.revocations.get(certificate.serial)
    if (entry && entry.at <= question.at) {
      problems.add('revoked')
      found ??= entry
    }
  }
  return found
}

function newestList(authority: Certificate, lists: readonly RevocationList[]): RevocationList | undefined {
  const own = lists.filter((list) => listIssuedBy(list, authority))
  return own.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0]
}
