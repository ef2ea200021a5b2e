export { Malformed } from './checked.ts'
export type { Checked } from './checked.ts'
export { makeCaseNumber, parseCaseNumber, isCaseNumber, groupForReading, LAST_CASE_SEQUENCE } from './case-number.ts'
export type { CaseNumber, CaseNumberFault } from './case-number.ts'
export { appendFault, clockFault, clockState } from './clock-ledger.ts'
export type { ClockEntry, ClockFault, ClockState } from './clock-ledger.ts'
export {
  canonicalDivision,
  divisionLevel,
  divisionPath,
  divisionPrefix,
  isDivisionCode,
  isWithin,
  parentDivision,
  parseDivision,
} from './divisions.ts'
export type { Division, DivisionFault, DivisionLevel } from './divisions.ts'
export { BeyondCalendar, holidayCalendar, officialCalendar } from './holiday-calendar.ts'
export type { HolidayCalendar, HolidayYear, HolidayYears } from './holiday-calendar.ts'
export {
  addDays,
  dayDiff,
  dayFromNumber,
  dayNumber,
  formatChinese,
  isLegalDay,
  legalDateTime,
  legalDay,
  legalTime,
  startOfLegalDay,
  weekday,
} from './legal-day.ts'
export type { LegalDay } from './legal-day.ts'
export { LICENCE_ROOT, isLicenceIdentifier, makeLicenceIdentifier, parseLicenceIdentifier } from './licence-identifier.ts'
export type { LicenceIdentifier, LicenceIdentifierFault } from './licence-identifier.ts'
export { formatOrganisationCode, isOrganisationCode, makeOrganisationCode, parseOrganisationCode } from './organisation-code.ts'
export type { OrganisationCodeFault } from './organisation-code.ts'
export { ageOn, isMinor, isPersonId, maskPersonId, normalisePersonId, parsePersonId } from './person-id.ts'
export type { PersonId, PersonIdFault, Sex } from './person-id.ts'
export { dueDay, elapsed, extendedValue, isLimit, isOverdue, lastDay, remaining } from './time-limit.ts'
export type { DayCount, DueDay, Limit } from './time-limit.ts'
export { isUscc, makeUscc, normaliseUscc, parseUscc } from './uscc.ts'
export type { Uscc, UsccFault } from './uscc.ts'
