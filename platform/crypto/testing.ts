import { createPrivateKey, type KeyObject } from 'node:crypto'
import { der, derSequence, derTags, derUnsigned } from './der.ts'
import { publicKeyOf } from './keys.ts'

const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex')
const sm2p256v1 = Buffer.from('06082a811ccf5501822d', 'hex')

/** Test equipment: the key pair of the examples in GM/T 0003.5 (recommended curve). */
export function examplePrivateKey(): KeyObject {
  const scalar = Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex')
  const inner = derSequence(derUnsigned(Buffer.of(1)), der(derTags.octetString, scalar))
  const outer = derSequence(derUnsigned(Buffer.of(0)), derSequence(ecPublicKey, sm2p256v1), der(derTags.octetString, inner))
  return createPrivateKey({ key: outer, format: 'der', type: 'pkcs8' })
}

export function examplePublicKey(): KeyObject {
  return publicKeyOf(examplePrivateKey())
}
