import { der, derSequence, derTags, type DerValue } from './der.ts'
import { derOid, derText, membersOf, oidOf } from './der-values.ts'
import { oids } from './oids.ts'

/** Who a certificate speaks of. A body carries its 统一社会信用代码 as `organisationIdentifier`. */
export type DistinguishedName = {
  country?: string
  province?: string
  locality?: string
  organisation?: string
  unit?: string
  commonName: string
  serialNumber?: string
  organisationIdentifier?: string
}

const parts: [keyof DistinguishedName, string][] = [
  ['country', oids.countryName],
  ['province', oids.stateOrProvinceName],
  ['locality', oids.localityName],
  ['organisation', oids.organizationName],
  ['unit', oids.organizationalUnitName],
  ['commonName', oids.commonName],
  ['serialNumber', oids.serialNumber],
  ['organisationIdentifier', oids.organizationIdentifier],
]

export function derName(name: DistinguishedName): Buffer {
  const sets = parts.flatMap(([part, oid]) => {
    const text = name[part]
    if (text === undefined || text === '') return []
    // Country is a PrintableString by definition; all else is UTF-8 (RFC 5280 4.1.2.4).
    const value = part === 'country' ? der(derTags.printable, Buffer.from(text, 'latin1')) : derText(text)
    return [der(derTags.set, derSequence(derOid(oid), value))]
  })
  return derSequence(...sets)
}

/** The first value of each known attribute. Names are compared by their bytes, never by this reading. */
export function nameOf(value: DerValue | undefined): DistinguishedName {
  const name: DistinguishedName = { commonName: '' }
  for (const set of membersOf(value, derTags.sequence)) {
    for (const pair of membersOf(set, derTags.set)) {
      const [type, text] = membersOf(pair, derTags.sequence)
      const oid = oidOf(type)
      const part = parts.find(([, each]) => each === oid)?.[0]
      if (part !== undefined && text !== undefined && !name[part]) name[part] = readText(text)
    }
  }
  return name
}

const bmpString = 0x1e

function readText(value: DerValue): string {
  if (value.tag !== bmpString || value.content.length % 2 !== 0) return value.content.toString('utf8')
  return Buffer.from(value.content).swap16().toString('utf16le')
}
