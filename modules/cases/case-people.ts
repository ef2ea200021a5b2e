import { hide, indexOf, reveal, type Settings } from '@yiwang/kernel'
import type { CaseRecord } from './case-record.ts'

/** The people of a new case, their numbers not hidden yet. */
export interface CasePeople {
  kind: 'person' | 'organisation'
  name: string
  number: string
  phone?: string
  legalRepresentative?: string
  contact: { name: string; number: string; phone?: string; agent: boolean }
}

const place = (column: string, caseNumber: string) => `cases.service_case/${column}/${caseNumber}`

/** The blind index by which a counter finds what a person has under way; the same purpose as an account's number. */
export function applicantIndex(settings: Settings, kind: 'person' | 'organisation', number: string): string {
  return indexOf(settings, 'holder-number', `${kind}:${number}`)
}

/** A personal value as it rests in its column. */
export function atRest(settings: Settings, value: string, column: string, caseNumber: string): string {
  return hide(settings, value, place(column, caseNumber))
}

/** The people of a case, whole: for its owner, for papers addressed to them, and for the identity check. */
export function peopleOf(settings: Settings, found: CaseRecord): CasePeople {
  const open = (hidden: string, column: string) => reveal(settings, hidden, place(column, found.caseNumber))
  return {
    kind: found.applicantKind,
    name: found.applicantName,
    number: open(found.applicantNumberHidden, 'applicant_number'),
    ...(found.applicantPhoneHidden === undefined ? {} : { phone: open(found.applicantPhoneHidden, 'applicant_phone') }),
    ...(found.legalRepresentative === undefined ? {} : { legalRepresentative: found.legalRepresentative }),
    contact: {
      name: found.contactName,
      number: open(found.contactNumberHidden, 'contact_number'),
      ...(found.contactPhoneHidden === undefined ? {} : { phone: open(found.contactPhoneHidden, 'contact_phone') }),
      agent: found.hasAgent,
    },
  }
}
