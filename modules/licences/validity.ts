import { addDays, isLegalDay } from '@yiwang/standards'
import type { LicenceTypeInput } from './contract.ts'

export interface Span {
  validFrom: string
  /** The last day. */
  validTo?: string
}

/**
 * 有效期管理 (the guide 五（二）1（4）③): where the type says that licences run out, there is a last day; given, or so many years on.
 * Answers the fault by name where it cannot be.
 */
export function spanOf(
  validity: LicenceTypeInput['validity'],
  { validFrom, validTo }: Span,
): { ok: true; span: Span } | { ok: false; fault: 'notADay' | 'lastDayMissing' | 'lastDayNotForeseen' | 'endsBeforeItBegins' } {
  if (!isLegalDay(validFrom) || (validTo !== undefined && !isLegalDay(validTo))) return { ok: false, fault: 'notADay' }
  if (validity.kind === 'lasting') {
    return validTo === undefined ? { ok: true, span: { validFrom } } : { ok: false, fault: 'lastDayNotForeseen' }
  }
  const last = validTo ?? (validity.years === undefined ? undefined : lastDayOf(validFrom, validity.years))
  if (last === undefined) return { ok: false, fault: 'lastDayMissing' }
  return last < validFrom ? { ok: false, fault: 'endsBeforeItBegins' } : { ok: true, span: { validFrom, validTo: last } }
}

/** Five years from 2026-03-02 last until 2031-03-01; from 29 February until the last of February. */
function lastDayOf(from: string, years: number): string {
  const anniversary = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`
  return isLegalDay(anniversary) ? addDays(anniversary, -1) : `${anniversary.slice(0, 4)}-02-28`
}
