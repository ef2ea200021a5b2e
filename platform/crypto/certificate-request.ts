import type { KeyObject } from 'node:crypto'
import { derSequence, derTags, readDer } from './der.ts'
import { algorithmIdentifier, bitsOf, derBits, derContext, derInteger, memberReader, membersOf, oidOf } from './der-values.ts'
import { algorithmOf, publicKeyDer, publicKeyOf, readPublicKey } from './keys.ts'
import { derName, nameOf, type DistinguishedName } from './names.ts'
import { pemBlocks, toPem } from './pem.ts'
import { CryptoProblem, orProblem } from './problems.ts'
import { algorithmOids, signWith, verifyWith } from './signature-algorithms.ts'

/** A PKCS#10 request: the wish for a certificate, signed with the key it is for, so that nobody asks for another's key. */
export function makeCertificateRequest(privateKey: KeyObject, subject: DistinguishedName): string {
  const algorithm = algorithmOf(privateKey)
  if (algorithm === undefined) throw new CryptoProblem('badKey')
  const info = derSequence(derInteger(0), derName(subject), publicKeyDer(publicKeyOf(privateKey)), derContext(0))
  const request = derSequence(info, algorithmIdentifier(algorithmOids[algorithm].signature), derBits(signWith(privateKey, info)))
  return toPem(request, 'CERTIFICATE REQUEST')
}

/** Reads a request (PEM or DER) and refuses one whose signature does not prove possession of the key. */
export function readCertificateRequest(given: string | Uint8Array): { subject: DistinguishedName; publicKey: KeyObject } {
  return orProblem('badRequest', () => {
    const bytes = typeof given === 'string' ? pemBlocks(given, 'CERTIFICATE REQUEST')[0] : Buffer.from(given)
    if (bytes === undefined || bytes.length > 64 * 1024) throw new CryptoProblem('badRequest')
    const outer = memberReader(membersOf(readDer(bytes, derTags.sequence), derTags.sequence))
    const info = outer.next()
    const algorithm = oidOf(membersOf(outer.next(), derTags.sequence)[0])
    const signature = bitsOf(outer.next())
    const [, subject, key] = membersOf(info, derTags.sequence)
    const publicKey = readPublicKey(key?.raw ?? Buffer.of())
    if (!verifyWith(publicKey, algorithm, info?.raw ?? Buffer.of(), signature))
      throw new CryptoProblem('badRequest', 'not signed by its key')
    return { subject: nameOf(subject), publicKey }
  })
}
