import type { Certificate, RevocationList, TimeStamper } from '@yiwang/crypto'

export interface SealFacts {
  sealId: string
  bodyCode: string
  kind: string
}

/** The certificate authority (CA) with its time-stamping service. */
export interface CertificateAuthority {
  /** For a request that proves possession of the key. */
  issue(requestPem: string): Promise<{ certificatePem: string; chainPem: string }>
  revoke(serial: string, reason: 'keyCompromise' | 'cessationOfOperation'): Promise<void>
  anchors(): Promise<readonly Certificate[]>
  revocationLists(): Promise<readonly RevocationList[]>
  timeStamper: TimeStamper
}

declare module '@yiwang/kernel' {
  interface Events {
    'seal.applied': SealFacts
    'seal.approved': SealFacts
    'seal.refused': SealFacts
    'seal.made': SealFacts
    'seal.issued': SealFacts
    'seal.suspended': SealFacts
    'seal.resumed': SealFacts
    'seal.lost': SealFacts
    'seal.destroyed': SealFacts
  }
  interface Jobs {
    'seals.revoke': { serial: string; reason: 'keyCompromise' | 'cessationOfOperation' }
  }
  interface Outside {
    certificateAuthority: CertificateAuthority
  }
}
