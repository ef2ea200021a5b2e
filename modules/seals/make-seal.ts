import { makeCertificateRequest, makeKeyPair, privateKeyPem, readCertificate } from '@yiwang/crypto'
import type { Act, Work } from '@yiwang/kernel'
import { sealPicture } from '@yiwang/papers'
import type { Seal } from './contract.ts'
import { can, stateAfter } from './lifecycle.ts'
import { problem } from './problems.ts'
import { getSealForUpdate, noteMade, type MadeSeal } from './seal-store.ts'

/**
 * Making a seal (制作电子印章): a key pair, a certificate from the authority, and the picture. PDF readers everywhere check
 * ECDSA on P-256; the domestic profile (SM2) takes its place where the signer is an SM2 one.
 */
export async function prepareSeal(work: Work, seal: { name: string; bodyCode: string }): Promise<MadeSeal> {
  const { privateKey } = makeKeyPair('ecdsa-p256')
  const subject = { country: 'CN', organisation: seal.name, organisationIdentifier: seal.bodyCode, commonName: seal.name }
  const { certificatePem, chainPem } = await work.outside.certificateAuthority.issue(makeCertificateRequest(privateKey, subject))
  const certificate = readCertificate(certificatePem)
  const { png } = await sealPicture({ name: seal.name })
  const { serial, notBefore, notAfter } = certificate
  return {
    privateKeyPem: privateKeyPem(privateKey),
    certificatePem,
    chainPem,
    serial,
    picture: png,
    validFrom: notBefore,
    validTo: notAfter,
  }
}

/** Notes the seal as made. Of two that make it at once, the second finds it made. */
export async function makeSeal(act: Act, id: string, made: MadeSeal): Promise<Seal> {
  const seal = await getSealForUpdate(act, id, 'seals.make')
  if (!can('make', seal)) throw problem.notLawful({ state: seal.state })
  await noteMade(act, id, made)
  await act.publish('seal.made', { sealId: id, bodyCode: seal.bodyCode, kind: seal.kind })
  return {
    ...seal,
    state: stateAfter('make'),
    serial: made.serial,
    validFrom: made.validFrom.toISOString(),
    validTo: made.validTo.toISOString(),
  }
}

/** What `prepareSeal` needs, once it is sure that making is lawful. */
export async function sealToMake(act: Act, id: string): Promise<{ name: string; bodyCode: string }> {
  const seal = await getSealForUpdate(act, id, 'seals.make')
  if (!can('make', seal)) throw problem.notLawful({ state: seal.state })
  return { name: seal.name, bodyCode: seal.bodyCode }
}
