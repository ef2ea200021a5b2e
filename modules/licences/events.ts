/** What every event of a licence tells; nothing of its face. */
export interface LicenceFacts {
  identifier: string
  number: string
  typeCode: string
  typeName: string
  issuerCode: string
  division: string
  accountId: string | null
  /** The decision behind the present version, where there is one. */
  subject: { kind: string; key: string } | null
}

declare module '@yiwang/kernel' {
  interface Events {
    'licence.issued': LicenceFacts
    /** The sealed file is there; `inForce` is false while originals are still to be seen. */
    'licence.made': LicenceFacts & { inForce: boolean }
    /** The originals were seen: what was made before is valid from now on. */
    'licence.inForce': LicenceFacts
    'licence.changed': LicenceFacts & { previous: string; change: string }
    'licence.suspended': LicenceFacts
    'licence.resumed': LicenceFacts
    'licence.lost': LicenceFacts
    /** Rescinded, revoked, cancelled or transferred: it can never be used again. */
    'licence.ended': LicenceFacts & { state: string; reason: string }
    'licence.expiring': LicenceFacts & { validTo: string }
    'licenceType.published': { code: string; version: number; name: string }
    'licenceType.retired': { code: string; name: string }
  }
  interface Jobs {
    'licences.make': { licenceId: string; version: number }
    'licences.makeWaiting': Record<string, never>
    'licences.remind': Record<string, never>
  }
}
