import type { KeyObject } from 'node:crypto'
import { readCertificates, type Certificate } from './certificate.ts'
import { algorithmOf, publicKeyDer, publicKeyOf, readPrivateKey, type SignatureAlgorithm } from './keys.ts'
import { CryptoProblem } from './problems.ts'
import { signWith } from './signature-algorithms.ts'

/**
 * Holds a key and signs with it. The software signer below keeps the key in memory; a hardware module (服务器密码机)
 * or a seal service takes its place by answering the same four questions.
 */
export type Signer = {
  algorithm: SignatureAlgorithm
  certificate: Certificate
  /** The certificates above it, nearest first, without the need to include the root. */
  chain: readonly Certificate[]
  /** Signs the data itself, not its digest: SM3withSM2 with the standard user identity, or ECDSA with SHA-256; the answer is DER. */
  sign(data: Uint8Array): Promise<Buffer>
}

export function softwareSigner(privateKey: KeyObject, certificate: Certificate, chain: readonly Certificate[] = []): Signer {
  const algorithm = algorithmOf(privateKey)
  if (algorithm === undefined) throw new CryptoProblem('badKey', 'signing takes an SM2 or P-256 key')
  if (!publicKeyDer(publicKeyOf(privateKey)).equals(publicKeyDer(certificate.publicKey))) {
    throw new CryptoProblem('badKey', 'the certificate belongs to another key')
  }
  return { algorithm, certificate, chain, sign: (data) => Promise.resolve(signWith(privateKey, data)) }
}

/** From a PKCS#8 PEM and a PEM bundle whose first certificate is the signer's own. */
export function signerFromPem(privateKeyPem: string, certificatesPem: string): Signer {
  const [own, ...chain] = readCertificates(certificatesPem)
  if (own === undefined) throw new CryptoProblem('badCertificate', 'no certificate in the PEM')
  return softwareSigner(readPrivateKey(privateKeyPem), own, chain)
}
