import { normaliseNumber } from './checked.ts'
import { parseOrganisationCode } from './organisation-code.ts'
import { parsePersonId } from './person-id.ts'
import { parseUscc } from './uscc.ts'

/** A type of certificate (证件类型) with which an applicant shows who they are. */
export type CertificateType = { code: string; name: string; holder: 'person' | 'organisation'; verified: boolean }

const person = (code: string, name: string): CertificateType => ({ code, name, holder: 'person', verified: false })
const organisation = (code: string, name: string): CertificateType => ({ code, name, holder: 'organisation', verified: false })

/**
 * Three digits: certificates of persons by GA/T 2000.156, as far as known, unverified [U]. O1 and O2, of organisations, are ours: the standard
 * lists persons only.
 */
export const certificateTypes: readonly CertificateType[] = [
  person('111', '居民身份证'),
  person('112', '临时居民身份证'),
  person('113', '户口簿'),
  person('114', '中国人民解放军军官证'),
  person('115', '中国人民武装警察部队警官证'),
  person('335', '机动车驾驶证'),
  person('414', '普通护照'),
  person('511', '台湾居民来往大陆通行证'),
  person('516', '港澳居民来往内地通行证'),
  person('553', '外国人永久居留证'),
  person('554', '外国人居留证或居留许可'),
  organisation('O1', '统一社会信用代码证'),
  organisation('O2', '组织机构代码证'),
]

export type CertificateFault = 'type' | 'length' | 'characters' | 'division' | 'birthDate' | 'check'

/** Certificates that carry the citizen identity number. */
const WITH_PERSON_ID = ['111', '112', '113', '335']

/** What is wrong with a number for its type; undefined when nothing is, as far as the type has a rule (appendix 3, 证件号码). */
export function certificateNumberFault(type: string, number: string): CertificateFault | undefined {
  if (!certificateTypes.some(({ code }) => code === type)) return 'type'
  if (WITH_PERSON_ID.includes(type)) return faultOf(parsePersonId(number))
  if (type === 'O1') return faultOf(parseUscc(number))
  if (type === 'O2') return faultOf(parseOrganisationCode(number))
  const bare = normaliseNumber(number)
  if (bare.length < 5 || bare.length > 30) return 'length'
  return /^[\p{Script=Han}0-9A-Z()-]+$/u.test(bare) ? undefined : 'characters'
}

function faultOf<Fault>(checked: { ok: true } | { ok: false; fault: Fault }): Fault | undefined {
  return checked.ok ? undefined : checked.fault
}
