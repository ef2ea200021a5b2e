import { expect, test } from 'vitest'
import { makeCertificateRequest, readCertificateRequest } from './certificate-request.ts'
import { makeKeyPair, publicKeyDer } from './keys.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'

test.each(['sm2', 'ecdsa-p256'] as const)('a request made with %s carries its key and proves possession of it', (algorithm) => {
  const pair = makeKeyPair(algorithm)
  const request = makeCertificateRequest(pair.privateKey, { commonName: '示范县医疗保障局' })
  const read = readCertificateRequest(request)
  expect(read.subject.commonName).toBe('示范县医疗保障局')
  expect(publicKeyDer(read.publicKey)).toEqual(publicKeyDer(pair.publicKey))
})

test('a request for somebody else’s key is refused', () => {
  const [ours, theirs] = [makeKeyPair('ecdsa-p256'), makeKeyPair('ecdsa-p256')]
  const request = Buffer.from(makeCertificateRequest(ours.privateKey, { commonName: 'x' }).split('-----')[2] ?? '', 'base64')
  const swapped = Buffer.from(
    request.toString('hex').replace(publicKeyDer(ours.publicKey).toString('hex'), publicKeyDer(theirs.publicKey).toString('hex')),
    'hex',
  )
  expect(readCertificateRequest(request).subject.commonName).toBe('x')
  expect(() => readCertificateRequest(swapped)).toThrow('not signed by its key')
})

test('garbage is a typed problem', () => {
  for (const given of ['', '-----BEGIN CERTIFICATE REQUEST-----', Buffer.alloc(100, 0x30)]) {
    expect(() => readCertificateRequest(given)).toThrow(CryptoProblem)
  }
})

test.runIf(hasJudge('openssl'))('openssl accepts our request, and we accept the one openssl makes', () => {
  const request = makeCertificateRequest(makeKeyPair('ecdsa-p256').privateKey, { country: 'CN', commonName: 'a body' })
  expect(askJudge('openssl', ['req', '-in', 'r.pem', '-noout', '-verify'], { 'r.pem': request }).output).toContain('verify OK')
  const made = askJudge(
    'openssl',
    ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'k', '-subj', '/CN=theirs'],
    {},
  )
  expect(readCertificateRequest(made.output).subject.commonName).toBe('theirs')
})
