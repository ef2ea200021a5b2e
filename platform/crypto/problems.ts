/** What can go wrong with keys, signatures and papers; the code is stable, the message is for developers. */
export const cryptoProblems = {
  notCanonical: 'the value has no canonical JSON form',
  badLink: 'a link of the hash chain has 32 bytes',
  notDer: 'the bytes are not valid DER',
  badKey: 'the key cannot be read or is of another kind',
  badCiphertext: 'the ciphertext cannot be opened with this key and context',
  unknownKey: 'no key is known under this id',
  badCertificate: 'the certificate cannot be read',
  badRevocationList: 'the certificate revocation list cannot be read',
  badRequest: 'the certificate signing request cannot be read or does not prove possession of the key',
  badCms: 'the CMS signature cannot be read',
  badTimeStamp: 'the time stamp cannot be read or is refused',
  badPdf: 'the PDF cannot be read',
  badPicture: 'the picture cannot be placed in a PDF',
  signatureTooLarge: 'the signature is larger than the room reserved for it',
} as const

export type CryptoProblemCode = keyof typeof cryptoProblems

export class CryptoProblem extends Error {
  override readonly name = 'CryptoProblem'
  readonly code: CryptoProblemCode

  constructor(code: CryptoProblemCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? cryptoProblems[code] : `${cryptoProblems[code]}: ${detail}`, options)
    this.code = code
  }
}

/** Runs a reader of outside bytes; whatever a library throws becomes the typed problem. */
export function orProblem<T>(code: CryptoProblemCode, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CryptoProblem) throw error
    throw new CryptoProblem(code, error instanceof Error ? error.message : undefined, { cause: error })
  }
}
