import { describe, expect, test } from 'vitest'
import { certificatePem } from './certificate.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { listIssuedBy, makeRevocationList, readRevocationList, revocationListPem } from './revocation-list.ts'
import { anAuthority } from './testing.ts'

const update = { number: 7, thisUpdate: new Date('2026-05-01T00:00:00Z'), nextUpdate: new Date('2026-06-30T00:00:00Z') }

test.each(['sm2', 'ecdsa-p256'] as const)(
  'a list signed with %s names serial, moment and reason, and belongs to its authority alone',
  async (algorithm) => {
    const { authority, root, issue } = await anAuthority(algorithm)
    const { serial } = (await issue()).certificate
    const at = new Date('2026-04-30T10:20:30Z')
    const list = readRevocationList(
      revocationListPem(await makeRevocationList(authority, { ...update, revoked: [{ serial, at, reason: 'keyCompromise' }] })),
    )
    expect(list).toMatchObject(update)
    expect([...list.revocations.values()]).toEqual([{ serial, at, reason: 'keyCompromise' }])
    expect(listIssuedBy(list, authority.certificate)).toBe(true)
    expect(listIssuedBy(list, root)).toBe(false)
    expect(listIssuedBy({ ...list, tbs: Buffer.concat([list.tbs, Buffer.of(0)]) }, authority.certificate)).toBe(false)
  },
)

test('an empty list is a list', async () => {
  const { authority } = await anAuthority('ecdsa-p256')
  expect((await makeRevocationList(authority, { ...update, revoked: [] })).revocations.size).toBe(0)
})

test('garbage is a typed problem', () => {
  for (const given of ['', Buffer.alloc(10), Buffer.from('30023000', 'hex')]) expect(() => readRevocationList(given)).toThrow(CryptoProblem)
})

describe.runIf(hasJudge('openssl'))('openssl as judge of revocation lists', () => {
  test('openssl accepts our list and refuses the certificate it names', async () => {
    const { authority, root, issue } = await anAuthority('ecdsa-p256')
    const [good, bad] = [await issue(), await issue()]
    const list = await makeRevocationList(authority, {
      ...update,
      revoked: [{ serial: bad.certificate.serial, at: update.thisUpdate, reason: 'cessation' }],
    })
    const files = {
      'good.pem': certificatePem(good.certificate),
      'bad.pem': certificatePem(bad.certificate),
      'root.pem': certificatePem(root),
      'ca.pem': certificatePem(authority.certificate),
      'list.pem': revocationListPem(list),
    }
    const ask = (leaf: string) =>
      askJudge(
        'openssl',
        ['verify', '-attime', '1780000000', '-crl_check', '-CRLfile', 'list.pem', '-CAfile', 'root.pem', '-untrusted', 'ca.pem', leaf],
        files,
      )
    expect(ask('good.pem').status).toBe(0)
    expect(ask('bad.pem').output).toContain('certificate revoked')
  })
})
