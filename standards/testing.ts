import { must } from './checked.ts'
import { mod11minus2 } from './iso-7064.ts'
import type { LegalDay } from './legal-day.ts'
import { makeOrganisationCode } from './organisation-code.ts'
import { parsePersonId } from './person-id.ts'
import type { Sex } from './person-id.ts'
import { makeUscc } from './uscc.ts'

/**
 * A valid but obviously invented identity number, for tests and the demo: orders from 900 up are given to nobody but people over a hundred
 * (by the old custom 996 to 999), so a number of a younger person with such an order is nobody's.
 */
export function inventedPersonId({
  division = '330102',
  birth = '1988-05-05',
  order = 901,
}: { division?: string; birth?: LegalDay; order?: number } = {}): string {
  const body = `${division}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return must('invented person id', parsePersonId(body + mod11minus2(body))).number
}

/** The same by sex: the n-th invented man or woman born on that day. */
export function inventedPerson({ division, birth, sex, nth = 0 }: { division?: string; birth?: LegalDay; sex: Sex; nth?: number }): string {
  const order = 901 + nth * 2 + (sex === 'female' ? 1 : 0)
  return inventedPersonId({ ...(division ? { division } : {}), ...(birth ? { birth } : {}), order })
}

/** A valid, invented organisation code: bodies beginning with YW are not issued. */
export function inventedOrganisationCode(nth = 1): string {
  return makeOrganisationCode(`YW${String(nth).padStart(6, '0')}`)
}

/** A valid, invented credit code of an enterprise (91) or, with department and category, of any other body. */
export function inventedUscc({
  division = '330102',
  nth = 1,
  kind = '91',
}: { division?: string; nth?: number; kind?: string } = {}): string {
  return makeUscc(`${kind}${division}${inventedOrganisationCode(nth)}`)
}
