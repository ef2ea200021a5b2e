import { expect, test } from 'vitest'
import { certificatePem } from './certificate.ts'
import { makeKeyPair, privateKeyPem } from './keys.ts'
import { CryptoProblem } from './problems.ts'
import { algorithmOids, verifyWith } from './signature-algorithms.ts'
import { signerFromPem, softwareSigner } from './signer.ts'
import { anAuthority } from './testing.ts'

test.each(['sm2', 'ecdsa-p256'] as const)('a signer for %s signs what its certificate verifies', async (algorithm) => {
  const signer = await (await anAuthority(algorithm)).issue()
  const signature = await signer.sign(Buffer.from('data'))
  const { publicKey } = signer.certificate
  expect(signer.algorithm).toBe(algorithm)
  expect(verifyWith(publicKey, algorithmOids[algorithm].signature, Buffer.from('data'), signature)).toBe(true)
  expect(verifyWith(publicKey, algorithmOids[algorithm].signature, Buffer.from('Data'), signature)).toBe(false)
  expect(verifyWith(publicKey, algorithmOids[algorithm === 'sm2' ? 'ecdsa-p256' : 'sm2'].signature, Buffer.from('data'), signature)).toBe(
    false,
  )
  expect(verifyWith(publicKey, '1.2.840.113549.1.1.5', Buffer.from('data'), signature)).toBe(false)
})

test('a key and a certificate that do not belong together make no signer', async () => {
  const { certificate } = await (await anAuthority('ecdsa-p256')).issue()
  const other = makeKeyPair('ecdsa-p256').privateKey
  expect(() => softwareSigner(other, certificate)).toThrow('another key')
  expect(() => signerFromPem(privateKeyPem(other), certificatePem(certificate))).toThrow(CryptoProblem)
  expect(() => signerFromPem(privateKeyPem(other), 'no certificate')).toThrow(CryptoProblem)
})
