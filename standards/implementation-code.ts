import { Malformed, faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { canonicalDivision, parseDivision } from './divisions.ts'
import { isOrganisationCode, parseOrganisationCode } from './organisation-code.ts'
import { parseUscc } from './uscc.ts'

/**
 * An implementation code (实施编码, appendix 1, element 2): 24 characters, division 6 + township 3 + village 3 + organisation code 9 + kind of
 * implementing body 1 + handling option 2 (00 when the item is not split). It does not hold the base code: the two together name an item.
 */
export type ImplementationCode = {
  code: string
  division: string
  township: string
  village: string
  /** The twelve digits of the area together. */
  area: string
  organisationCode: string
  bodyKind: string
  handlingOption: string
}

export type ImplementationCodeFault = 'length' | 'division' | 'organisationCode' | 'bodyKind' | 'handlingOption'

/** Reads a code, also with hyphens between its parts. That the division and the body exist only their registers know. */
export function parseImplementationCode(text: string): Checked<ImplementationCode, ImplementationCodeFault> {
  const code = normaliseNumber(text).replaceAll('-', '')
  if (code.length !== 24) return faulty('length')
  const area = code.slice(0, 12)
  const organisationCode = code.slice(12, 21)
  const bodyKind = code.slice(21, 22)
  const handlingOption = code.slice(22)
  if (!parseDivision(area).ok) return faulty('division')
  if (!isOrganisationCode(organisationCode)) return faulty('organisationCode')
  if (!/^[1-9]$/.test(bodyKind)) return faulty('bodyKind')
  if (!/^\d{2}$/.test(handlingOption)) return faulty('handlingOption')
  const [division, township, village] = [area.slice(0, 6), area.slice(6, 9), area.slice(9)]
  return sound({ code, division, township, village, area, organisationCode, bodyKind, handlingOption })
}

export function isImplementationCode(text: string): boolean {
  return parseImplementationCode(text).ok
}

/** The nine characters of the organisation, from its organisation code or from its credit code (positions 9 to 17). */
function organisationPart(organisation: string): string {
  const credit = parseUscc(organisation)
  return credit.ok ? credit.value.organisationCode : must('implementation code', parseOrganisationCode(organisation))
}

type Parts = { division: string; organisation: string; bodyKind: string; handlingOption?: number }

/** Joins the parts; `division` may have 6, 9 or 12 digits, `organisation` may be an organisation code or a credit code. */
export function makeImplementationCode({ division, organisation, bodyKind, handlingOption = 0 }: Parts): string {
  if (!Number.isInteger(handlingOption) || handlingOption < 0 || handlingOption > 99)
    throw new Malformed('implementation code', 'handlingOption')
  const made = canonicalDivision(division) + organisationPart(organisation) + bodyKind + String(handlingOption).padStart(2, '0')
  return must('implementation code', parseImplementationCode(made)).code
}
