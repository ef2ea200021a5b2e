export { CryptoProblem, cryptoProblems, type CryptoProblemCode } from './problems.ts'
export { sm3, hmacSm3 } from './sm3.ts'
export { canonicalJson, canonicalBytes } from './canonical.ts'
export { chainStart, nextLink } from './chain.ts'
export { randomCode, randomDigits, sameSecret } from './random-code.ts'
export {
  algorithmOf,
  makeKeyPair,
  privateKeyPem,
  publicKeyDer,
  publicKeyOf,
  publicKeyPem,
  readPrivateKey,
  readPublicKey,
  type KeyPair,
  type SignatureAlgorithm,
} from './keys.ts'
export { standardUserId } from './sm2-key.ts'
export { sm2Sign, sm2Verify } from './sm2.ts'
export { sm2Decrypt, sm2Encrypt } from './sm2-encryption.ts'
export { sm4CbcDecrypt, sm4CbcEncrypt, sm4GcmOpen, sm4GcmSeal, type Sealed } from './sm4.ts'
export { fieldKeyId, openField, sealField, type FieldCipher, type FieldKey, type FieldKeys } from './field-encryption.ts'
export { blindIndex, type BlindIndexKey } from './blind-index.ts'
export { certificatePem, issuedBy, readCertificate, readCertificates, type Certificate } from './certificate.ts'
export { issueCertificate, makeRootCertificate, randomSerial, type CertificatePurpose, type CertificateWish } from './issue.ts'
export { makeCertificateRequest, readCertificateRequest } from './certificate-request.ts'
export {
  listIssuedBy,
  makeRevocationList,
  readRevocationList,
  revocationListPem,
  type Revocation,
  type RevocationList,
  type RevocationListWish,
  type RevocationReason,
} from './revocation-list.ts'
export { checkTrust, type Trust, type TrustProblem, type TrustQuestion } from './trust.ts'
export { signerFromPem, softwareSigner, type Signer } from './signer.ts'
export { algorithmOids, digestBy, signWith, verifyWith } from './signature-algorithms.ts'
export { oids } from './oids.ts'
export type { DistinguishedName } from './names.ts'
export { readCms, signCms, type CmsSignature, type CmsWish } from './cms.ts'
export { checkCms, type CmsProblem } from './check-cms.ts'
export {
  checkTimeStamp,
  demonstrationPolicy,
  makeTimeStampRequest,
  makeTimeStampResponse,
  readTimeStampRequest,
  refuseTimeStamp,
  tokenFrom,
  type TimeStamp,
  type TimeStampRequest,
} from './time-stamp.ts'
export { httpTimeStamper, localTimeStamper, type TimeStamper } from './time-stamper.ts'
export { signPdf, type PdfSignatureWish, type SealPlace } from './pades.ts'
export type { SealPicture } from './seal-picture.ts'
export {
  verifyPdf,
  type PdfQuestion,
  type PdfReport,
  type PdfSignatureProblem,
  type PdfSignatureReport,
  type PdfVerdict,
} from './verify-pdf.ts'
