import { isBankCard, maskBankCard } from './bank-card.ts'
import { isMobilePhone, maskMobilePhone } from './mobile-phone.ts'
import { isPersonId, maskPersonId } from './person-id.ts'

/** A person's number found in running text: what may not appear in a sample of a result, a public answer, an export or a log. */
export type PersonalNumber = { kind: 'personId' | 'bankCard' | 'mobilePhone'; text: string; index: number }

/** Solid, or in the groups in which people write identity numbers (6-8-4), cards (4-4-4-4-3) and mobile numbers (3-4-4). */
const CANDIDATES =
  /(?<![0-9A-Za-z])(?:\d{6}[ -]\d{8}[ -]\d{3}[\dXx]|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?|1\d\d[ -]\d{4}[ -]\d{4}|\d[\dXx]{10,18})(?![0-9A-Za-z])/g

const masks = { personId: maskPersonId, bankCard: maskBankCard, mobilePhone: maskMobilePhone }

const bareOf = (text: string): string => text.replaceAll(/[ -]/g, '')

function kindOf(bare: string): PersonalNumber['kind'] | undefined {
  if (isPersonId(bare)) return 'personId'
  if (isBankCard(bare)) return 'bankCard'
  return isMobilePhone(bare) ? 'mobilePhone' : undefined
}

/** Full-width digits and letters as half-width ones, place by place. */
function halfWidth(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))
}

/** Whole identity, bank card and mobile numbers that check, in any text. Digits that are part of a longer number are left alone. */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  const found: PersonalNumber[] = []
  for (const match of halfWidth(text).matchAll(CANDIDATES)) {
    const kind = kindOf(bareOf(match[0]))
    if (kind) found.push({ kind, text: text.slice(match.index, match.index + match[0].length), index: match.index })
  }
  return found
}

/** The text with every such number masked. */
export function maskPersonalNumbers(text: string): string {
  let masked = ''
  let done = 0
  for (const { kind, text: number, index } of findPersonalNumbers(text)) {
    masked += text.slice(done, index) + masks[kind](bareOf(halfWidth(number)))
    done = index + number.length
  }
  return masked + text.slice(done)
}
