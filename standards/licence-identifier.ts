import { faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { mod37and36 } from './iso-7064.ts'

/** The root of every electronic licence identifier (电子证照标识, GB/T 36904). */
export const LICENCE_ROOT = '1.2.156.3005.2'

export type LicenceIdentifier = {
  identifier: string
  /** 证照类型代码: the credit code of the authority that defines the type, and three digits. */
  typeCode: string
  /** 证照颁发机构代码: the issuer's credit code; a division code in early data. */
  issuerCode: string
  /** 流水号, 1 to 32 digits and capital letters. */
  serial: string
  /** 版本号, 1 to 999: a change or a renewal is a further version. */
  version: number
}

export type LicenceIdentifierFault = 'root' | 'parts' | 'typeCode' | 'issuerCode' | 'serial' | 'version' | 'check'

type Parts = Omit<LicenceIdentifier, 'identifier'>

export function makeLicenceIdentifier({ typeCode, issuerCode, serial, version }: Parts): string {
  const middle = [typeCode, issuerCode, serial, String(version).padStart(3, '0')]
  const check = /^[0-9A-Z]*$/.test(middle.join('')) ? mod37and36(middle.join('')) : '?'
  const made = [LICENCE_ROOT, ...middle, check].join('.')
  return must('licence identifier', parseLicenceIdentifier(made)).identifier
}

function partFault(typeCode: string, issuerCode: string, serial: string, version: string): LicenceIdentifierFault | undefined {
  if (!/^[0-9A-Z]{18}\d{3}$/.test(typeCode)) return 'typeCode'
  if (!/^(?:[0-9A-Z]{18}|\d{6,9})$/.test(issuerCode)) return 'issuerCode'
  if (!/^[0-9A-Z]{1,32}$/.test(serial)) return 'serial'
  return /^\d{3}$/.test(version) && version !== '000' ? undefined : 'version'
}

/** Reads an identifier. The check character stands over the four middle parts without dots and without the root. */
export function parseLicenceIdentifier(text: string): Checked<LicenceIdentifier, LicenceIdentifierFault> {
  const identifier = normaliseNumber(text)
  if (!identifier.startsWith(`${LICENCE_ROOT}.`)) return faulty('root')
  const [typeCode, issuerCode, serial, version, check, ...rest] = identifier.slice(LICENCE_ROOT.length + 1).split('.')
  if (!typeCode || !issuerCode || !serial || !version || !check || rest.length > 0) return faulty('parts')
  const fault = partFault(typeCode, issuerCode, serial, version)
  if (fault) return faulty(fault)
  if (mod37and36(typeCode + issuerCode + serial + version) !== check) return faulty('check')
  return sound({ identifier, typeCode, issuerCode, serial, version: Number(version) })
}

export function isLicenceIdentifier(text: string): boolean {
  return parseLicenceIdentifier(text).ok
}
