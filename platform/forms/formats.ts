import {
  isLegalDay,
  isServicePhone,
  maskBankCard,
  maskEmail,
  maskMobilePhone,
  maskPersonId,
  parseBankCard,
  parseDivision,
  parseEmail,
  parseMobilePhone,
  parseOrganisationCode,
  parsePersonId,
  parseUscc,
} from '@yiwang/standards'
import type { FormatName, MaskName } from './form.ts'

type Read = { ok: true; value: string } | { ok: false; fault: string }

function plain(test: (text: string) => boolean): (text: string) => Read {
  return (text) => (test(text.trim()) ? { ok: true, value: text.trim() } : { ok: false, fault: 'format' })
}

/** Reads a text as typed: its proper writing, or the one thing that is wrong with it. */
export const formats: Readonly<Record<FormatName, (text: string) => Read>> = {
  'person-id': (text) => {
    const read = parsePersonId(text)
    return read.ok ? { ok: true, value: read.value.number } : read
  },
  uscc: (text) => {
    const read = parseUscc(text)
    return read.ok ? { ok: true, value: read.value.code } : read
  },
  // 证件号码: of a person by the identity number, of an organisation by the credit code
  'holder-number': (text) => {
    const read = parsePersonId(text)
    if (read.ok) return { ok: true, value: read.value.number }
    const organisation = parseUscc(text)
    if (organisation.ok) return { ok: true, value: organisation.value.code }
    return /^\d{17}[\dXx]$/.test(text.trim()) ? read : organisation
  },
  mobile: parseMobilePhone,
  phone: plain(isServicePhone),
  email: parseEmail,
  date: plain(isLegalDay),
  division: (text) => {
    const read = parseDivision(text)
    return read.ok ? { ok: true, value: read.value.code } : read
  },
  'bank-card': parseBankCard,
  postcode: plain((text) => /^[0-8]\d{5}$/.test(text)),
  'organisation-code': parseOrganisationCode,
}

/** What may be shown to those who need not know the whole. */
export const masks: Readonly<Record<MaskName, (text: string) => string>> = {
  'person-id': maskPersonId,
  // a credit code is public
  'holder-number': (text) => (parseUscc(text).ok ? text : maskPersonId(text)),
  mobile: maskMobilePhone,
  email: maskEmail,
  'bank-card': maskBankCard,
  name: (text) => {
    const letters = Array.from(text)
    return letters.length <= 1 ? '*'.repeat(letters.length) : `${'*'.repeat(letters.length - 1)}${letters.at(-1)}`
  },
  all: (text) => '*'.repeat(Math.min(8, Array.from(text).length)),
}
