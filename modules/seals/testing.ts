/** Builders for others' tests and the demo. They go through the acts. */
import {
  issueCertificate,
  localTimeStamper,
  makeKeyPair,
  makeRevocationList,
  makeRootCertificate,
  readCertificateRequest,
  certificatePem,
  softwareSigner,
  type DistinguishedName,
  type Revocation,
  type Signer,
} from '@yiwang/crypto'
import { systemActor, type Clock, type House } from '@yiwang/kernel'
import type { Seal, SealKind } from './contract.ts'
import type { CertificateAuthority } from './events.ts'
import { applyForSeal, decideSeal, issueSeal, makeSeal, prepareSeal } from './index.ts'

export interface TestAuthority extends CertificateAuthority {
  /** Takes the time from this clock; until then it is 2026-03-02. */
  follow(clock: Clock): void
  /** What does not answer at present. */
  down: { issuing: boolean; stamping: boolean; lists: boolean }
  /** A certificate under this authority for a key of one's own; for forging in tests. */
  certify(subject: DistinguishedName): Promise<Signer>
}

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2046-01-01T00:00:00Z') }
const sealYears = 5

/** A certificate authority with time stamps in this process. */
export async function testAuthority(): Promise<TestAuthority> {
  const keys = await ownKeys()
  const revoked: Revocation[] = []
  const down = { issuing: false, stamping: false, lists: false }
  let now = () => new Date('2026-03-02T01:00:00Z')
  const stamp = localTimeStamper(keys.stamper, () => now())
  const chainPem = [keys.authority.certificate, keys.root.certificate].map(certificatePem).join('\n')
  const listOf = (signer: Signer, entries: readonly Revocation[]) =>
    makeRevocationList(signer, { number: entries.length + 1, thisUpdate: now(), nextUpdate: inDays(now(), 1), revoked: entries })
  return {
    down,
    follow: (clock) => {
      now = () => clock.now()
    },
    certify: (subject) => certify(keys.authority, subject, now()),
    issue: async (requestPem) => {
      if (down.issuing) throw new Error('the authority does not answer')
      const { subject, publicKey } = readCertificateRequest(requestPem)
      const dates = { notBefore: now(), notAfter: inDays(now(), 365 * sealYears) }
      const certificate = await issueCertificate(keys.authority, { subject, publicKey, purpose: 'seal', ...dates })
      return { certificatePem: certificatePem(certificate), chainPem }
    },
    revoke: async (serial, reason) => {
      if (revoked.some((one) => one.serial === serial)) return
      revoked.push({ serial, at: now(), reason: reason === 'cessationOfOperation' ? 'cessation' : reason })
    },
    anchors: async () => [keys.root.certificate],
    revocationLists: async () => {
      if (down.lists) throw new Error('the authority does not answer')
      return [await listOf(keys.authority, revoked), await listOf(keys.root, [])]
    },
    timeStamper: async (data) => {
      if (down.stamping) throw new Error('the time-stamping service does not answer')
      return stamp(data)
    },
  }
}

async function ownKeys(): Promise<{ root: Signer; authority: Signer; stamper: Signer }> {
  const rootKey = makeKeyPair('ecdsa-p256')
  const root = softwareSigner(
    rootKey.privateKey,
    makeRootCertificate(rootKey.privateKey, { subject: { commonName: '测试根' }, ...validity }),
  )
  const under = async (above: Signer, commonName: string, purpose: 'authority' | 'timeStamp', chain: Signer[]) => {
    const key = makeKeyPair('ecdsa-p256')
    const certificate = await issueCertificate(above, { subject: { commonName }, publicKey: key.publicKey, purpose, ...validity })
    return softwareSigner(
      key.privateKey,
      certificate,
      chain.map((one) => one.certificate),
    )
  }
  const authority = await under(root, '测试证书机构', 'authority', [root])
  return { root, authority, stamper: await under(authority, '测试时间戳服务', 'timeStamp', [authority, root]) }
}

async function certify(authority: Signer, subject: DistinguishedName, now: Date): Promise<Signer> {
  const key = makeKeyPair('ecdsa-p256')
  const dates = { notBefore: now, notAfter: inDays(now, 365) }
  const certificate = await issueCertificate(authority, { subject, publicKey: key.publicKey, purpose: 'seal', ...dates })
  return softwareSigner(key.privateKey, certificate, [authority.certificate, ...authority.chain])
}

function inDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000)
}

export interface SealWish {
  bodyCode: string
  kind?: SealKind
  name?: string
}

/** A seal of the body in use: applied for, approved by another, made, issued. */
export async function aSealInUse(
  house: Pick<House, 'work'>,
  { bodyCode, kind = 'official', name = '样例局样例章' }: SealWish,
): Promise<Seal> {
  const applicant = house.work(systemActor('seal-applicant'))
  const maker = house.work(systemActor('seal-maker'))
  const { id } = await applicant.perform('seals.apply', (act) => applyForSeal(act, { bodyCode, kind, name, reason: '样例' }))
  await maker.perform('seals.decide', (act) => decideSeal(act, id, { approved: true }))
  const made = await prepareSeal(maker, { name, bodyCode })
  await maker.perform('seals.make', (act) => makeSeal(act, id, made))
  return maker.perform('seals.issue', (act) => issueSeal(act, id))
}
