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
export { BeyondCalendar, holidayCalendar, officialCalendar, officialYears } from './holiday-calendar.ts'
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
export { isBankCard, maskBankCard, normaliseBankCard, parseBankCard } from './bank-card.ts'
export type { BankCardFault } from './bank-card.ts'
export { isBaseCode, mainItemOf, makeBaseCode, parseBaseCode, sameMainItem } from './base-code.ts'
export type { BaseCode, BaseCodeFault } from './base-code.ts'
export { addressKinds, applyOrigins, caseStates, decisionResults, licenceStates, ratingLevels } from './case-code-sets.ts'
export { certificateNumberFault, certificateTypes } from './certificate-types.ts'
export type { CertificateFault, CertificateType } from './certificate-types.ts'
export { codeOfName, codeSet, codesOf, isCodeOf, nameOfCode } from './code-set.ts'
export type { CodeSet } from './code-set.ts'
export { parseDivisionRows } from './division-rows.ts'
export type { DivisionRow } from './division-rows.ts'
export { isEmail, maskEmail, parseEmail } from './email.ts'
export type { EmailFault } from './email.ts'
export { isImplementationCode, makeImplementationCode, parseImplementationCode } from './implementation-code.ts'
export type { ImplementationCode, ImplementationCodeFault } from './implementation-code.ts'
export {
  bodyNatures,
  caseKinds,
  crossRegionRanges,
  exerciseLevels,
  flowPhases,
  flowSteps,
  handlingForms,
  handlingModels,
  itemStates,
  limitUnits,
  onlineDepths,
  powerSources,
  resultKinds,
  serviceForms,
  serviceObjects,
} from './item-code-sets.ts'
export { findItemType, itemTypes, nationalItemTypes } from './item-types.ts'
export type { ItemType } from './item-types.ts'
export { materialForms, materialKinds, materialMedia, materialNeeds, materialSources } from './material-code-sets.ts'
export { isMobilePhone, isServicePhone, maskMobilePhone, normaliseMobilePhone, parseMobilePhone } from './mobile-phone.ts'
export type { MobilePhoneFault } from './mobile-phone.ts'
export { LARGEST_FEN, formatYuan, isFen, parseYuan, plainYuan, sumFen, timesFen } from './money.ts'
export type { Fen, MoneyFault } from './money.ts'
export { yuanInCapitals } from './money-in-capitals.ts'
export { findPersonalNumbers, maskPersonalNumbers } from './personal-numbers.ts'
export type { PersonalNumber } from './personal-numbers.ts'
export { isProjectCode, parseProjectCode } from './project-code.ts'
export type { ProjectCode, ProjectCodeFault } from './project-code.ts'
export { specialProcedureKind, specialProcedures } from './special-procedures.ts'
export type { SpecialProcedure } from './special-procedures.ts'
export { corporateThemes, personThemeNotes, personThemes } from './themes.ts'
export { groupUnifiedAuditCode, isUnifiedAuditCode, makeUnifiedAuditCode, parseUnifiedAuditCode } from './unified-audit-code.ts'
export type { UnifiedAuditCodeFault } from './unified-audit-code.ts'
