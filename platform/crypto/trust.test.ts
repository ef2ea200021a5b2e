import { expect, test } from 'vitest'
import { readCertificate, type Certificate } from './certificate.ts'
import { issueCertificate } from './issue.ts'
import { makeKeyPair } from './keys.ts'
import { makeRevocationList } from './revocation-list.ts'
import { softwareSigner } from './signer.ts'
import { anAuthority } from './testing.ts'
import { checkTrust } from './trust.ts'

const at = new Date('2026-06-01T00:00:00Z')
const update = { number: 1, thisUpdate: new Date('2026-05-30T00:00:00Z'), nextUpdate: new Date('2026-07-01T00:00:00Z') }

test.each(['sm2', 'ecdsa-p256'] as const)('a seal under a known root is trusted through its authority (%s)', async (algorithm) => {
  const { root, authority, issue } = await anAuthority(algorithm)
  const { certificate, chain } = await issue()
  const trust = checkTrust({ certificate, others: chain, anchors: [root], at })
  expect(trust.problems).toEqual([])
  expect(trust.path.map((each) => each.serial)).toEqual([certificate.serial, authority.certificate.serial, root.serial])
  expect(checkTrust({ certificate, anchors: [authority.certificate], at }).problems).toEqual([])
})

test('without the authority in between, under another root, or by itself, a certificate is untrusted', async () => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  const { certificate, chain } = await issue()
  const stranger = (await anAuthority('ecdsa-p256')).root
  expect(checkTrust({ certificate, anchors: [root], at }).problems).toEqual(['untrusted'])
  expect(checkTrust({ certificate, others: chain, anchors: [stranger], at }).problems).toEqual(['untrusted'])
  expect(checkTrust({ certificate, others: chain, anchors: [], at }).problems).toEqual(['untrusted'])
})

test('the moment decides between not yet valid, valid and expired', async () => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  const { certificate, chain } = await issue()
  const on = (moment: string) => checkTrust({ certificate, others: chain, anchors: [root], at: new Date(moment) }).problems
  expect(on('2025-12-31T23:59:59Z')).toEqual(['notYetValid'])
  expect(on('2026-01-01T00:00:00Z')).toEqual([])
  expect(on('2029-01-01T00:00:00Z')).toEqual([])
  expect(on('2029-01-01T00:00:01Z')).toEqual(['expired'])
})

test('a revocation counts from its moment on and not before', async () => {
  const { root, authority, issue } = await anAuthority('sm2')
  const { certificate, chain } = await issue()
  const revoked = [{ serial: certificate.serial, at: new Date('2026-05-10T00:00:00Z'), reason: 'superseded' as const }]
  const list = await makeRevocationList(authority, { ...update, revoked })
  const on = (moment: string) => checkTrust({ certificate, others: chain, anchors: [root], at: new Date(moment), revocationLists: [list] })
  expect(on('2026-05-09T23:59:59Z').problems).toEqual([])
  expect(on('2026-05-10T00:00:00Z')).toMatchObject({ problems: ['revoked'], revocation: { reason: 'superseded' } })
})

test('a list signed by somebody else changes nothing, and where lists are required its absence is told', async () => {
  const { root, authority, issue } = await anAuthority('ecdsa-p256')
  const { certificate, chain } = await issue()
  const forged = await makeRevocationList((await anAuthority('ecdsa-p256')).authority, {
    ...update,
    revoked: [{ serial: certificate.serial, at, reason: 'unspecified' }],
  })
  const question = { certificate, others: chain, anchors: [root], at, revocation: 'required' } as const
  expect(checkTrust({ ...question, revocation: 'ifKnown', revocationLists: [forged] }).problems).toEqual([])
  expect(checkTrust({ ...question, revocationLists: [forged] }).problems).toEqual(['revocationUnknown'])
  const own = await makeRevocationList(authority, { ...update, revoked: [] })
  expect(checkTrust({ ...question, anchors: [authority.certificate], revocationLists: [own] }).problems).toEqual([])
  const later = new Date('2026-07-02T00:00:00Z')
  expect(checkTrust({ ...question, anchors: [authority.certificate], at: later, revocationLists: [own] }).problems).toEqual([
    'revocationUnknown',
  ])
})

test('a certificate for time stamps signs no papers, an authority signs none either, and a seal stamps no time', async () => {
  const { root, authority, issue, timeStamp } = await anAuthority('ecdsa-p256')
  const ask = (certificate: Certificate, use: 'signature' | 'timeStamp') =>
    checkTrust({ certificate, others: [authority.certificate], anchors: [root], at, use }).problems
  expect(ask(timeStamp.certificate, 'timeStamp')).toEqual([])
  expect(ask(timeStamp.certificate, 'signature')).toEqual(['notForThisUse'])
  expect(ask(authority.certificate, 'signature')).toEqual(['notForThisUse'])
  expect(ask((await issue()).certificate, 'timeStamp')).toEqual(['notForThisUse'])
})

test('an authority without leave to make authorities below it makes none that count', async () => {
  const { root, authority } = await anAuthority('ecdsa-p256')
  const validity = { notBefore: new Date('2026-01-01Z'), notAfter: new Date('2029-01-01Z') }
  const key = makeKeyPair('ecdsa-p256')
  const below = await issueCertificate(authority, {
    subject: { commonName: 'Too deep' },
    publicKey: key.publicKey,
    purpose: 'authority',
    ...validity,
  })
  const { publicKey } = makeKeyPair('ecdsa-p256')
  const leaf = await issueCertificate(softwareSigner(key.privateKey, below), {
    subject: { commonName: 'x' },
    publicKey,
    purpose: 'seal',
    ...validity,
  })
  expect(checkTrust({ certificate: leaf, others: [below, authority.certificate], anchors: [root], at }).problems).toContain('untrusted')
})

test('a bundle of many authorities that all sign each other is given up in bounded time', async () => {
  const { root, issue } = await anAuthority('ecdsa-p256')
  const key = makeKeyPair('ecdsa-p256')
  const { certificate } = await issue()
  const subject = { commonName: 'Round and round' }
  const validity = { notBefore: new Date('2026-01-01Z'), notAfter: new Date('2029-01-01Z') }
  const { makeRootCertificate } = await import('./issue.ts')
  const ring = Array.from({ length: 60 }, () => makeRootCertificate(key.privateKey, { subject, ...validity }))
  const from = performance.now()
  expect(checkTrust({ certificate: ring[0] ?? certificate, others: ring, anchors: [root], at }).problems).toEqual(['untrusted'])
  expect(performance.now() - from).toBeLessThan(2000)
  expect(readCertificate(ring[1]?.der ?? Buffer.of()).authority).toBe(true)
})
