import {
  certificatePem,
  issueCertificate,
  makeKeyPair,
  makeRootCertificate,
  privateKeyPem,
  signerFromPem,
  softwareSigner,
  type Certificate,
  type SignatureAlgorithm,
  type Signer,
} from '@yiwang/crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The keys of one demonstration authority: root, issuing authority below it, and its time-stamping service. */
export type AuthorityKeys = { root: Signer; issuing: Signer; timeStamp: Signer }

type Role = keyof AuthorityKeys
type Pems = Record<Role, { key: string; certificates: string }>

const day = 24 * 3600 * 1000
const years = { root: 20, issuing: 10, timeStamp: 10 } as const satisfies Record<Role, number>

/** Reads the keys from the folder; at the first start makes them there. Without a folder they live as long as the process. */
export async function authorityKeys(
  folder: string | undefined,
  algorithm: SignatureAlgorithm,
  now: Date,
  crlUrl?: string,
): Promise<AuthorityKeys> {
  const place = folder === undefined ? undefined : join(folder, algorithm)
  const pems = place !== undefined && existsSync(place) ? readPems(place) : await makePems(algorithm, now, crlUrl)
  if (folder !== undefined && place !== undefined && !existsSync(place)) keepPems(folder, place, pems)
  const signer = (role: Role) => signerFromPem(pems[role].key, pems[role].certificates)
  return { root: signer('root'), issuing: signer('issuing'), timeStamp: signer('timeStamp') }
}

const roles: readonly Role[] = ['root', 'issuing', 'timeStamp']

function readPems(place: string): Pems {
  const read = (role: Role) => ({
    key: readFileSync(join(place, `${role}.key`), 'utf8'),
    certificates: readFileSync(join(place, `${role}.pem`), 'utf8'),
  })
  return { root: read('root'), issuing: read('issuing'), timeStamp: read('timeStamp') }
}

/** Written aside and then given its name, so that a start cut short leaves no half of an authority. */
function keepPems(folder: string, place: string, pems: Pems): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const aside = mkdtempSync(join(folder, 'new-'))
  for (const role of roles) {
    writeFileSync(join(aside, `${role}.key`), pems[role].key, { mode: 0o600, flush: true })
    writeFileSync(join(aside, `${role}.pem`), pems[role].certificates, { flush: true })
  }
  renameSync(aside, place)
}

async function makePems(algorithm: SignatureAlgorithm, now: Date, crlUrl: string | undefined): Promise<Pems> {
  const named = (role: string) => ({
    country: 'CN',
    organisation: '一网演示（不具法律效力）',
    commonName: `一网演示${role} ${algorithm === 'sm2' ? 'SM2' : 'P-256'}`,
  })
  const until = (role: Role) => ({ notBefore: new Date(now.getTime() - day), notAfter: new Date(now.getTime() + years[role] * 365 * day) })
  const rootKey = makeKeyPair(algorithm).privateKey
  const rootCertificate = makeRootCertificate(rootKey, { subject: named('根证书'), ...until('root') })
  const root = softwareSigner(rootKey, rootCertificate)
  const issuingKey = makeKeyPair(algorithm)
  const issuingCertificate = await issueCertificate(root, {
    subject: named('签发机构'),
    publicKey: issuingKey.publicKey,
    purpose: 'authority',
    ...until('issuing'),
    ...(crlUrl === undefined ? {} : { crlUrl: `${crlUrl}/${algorithm}/root` }),
  })
  const stampKey = makeKeyPair(algorithm)
  const issuing = softwareSigner(issuingKey.privateKey, issuingCertificate, [rootCertificate])
  const { notAfter } = issuingCertificate
  const stamp = {
    subject: named('时间戳服务'),
    publicKey: stampKey.publicKey,
    purpose: 'timeStamp' as const,
    ...until('timeStamp'),
    notAfter,
  }
  const stampCertificate = await issueCertificate(issuing, stamp)
  const bundle = (...certificates: Certificate[]) => certificates.map(certificatePem).join('')
  return {
    root: { key: privateKeyPem(rootKey), certificates: bundle(rootCertificate) },
    issuing: { key: privateKeyPem(issuingKey.privateKey), certificates: bundle(issuingCertificate, rootCertificate) },
    timeStamp: { key: privateKeyPem(stampKey.privateKey), certificates: bundle(stampCertificate, issuingCertificate, rootCertificate) },
  }
}
