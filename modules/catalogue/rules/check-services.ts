import { corporateThemes, isCodeOf, personThemes } from '@yiwang/standards'
import type { Elements } from '../contract.ts'
import type { Draft, Note } from './check-elements.ts'
import { verifiableOnline } from './verified-material.ts'

/** Elements 20 to 33: fees, audience and themes, forms of handling, hours. */
export function checkServices(draft: Draft, error: Note, warning: Note): void {
  checkFees(draft, error)
  checkThemes(draft, error)
  checkOnline(draft, error, warning)
  for (const { from, to } of draft.officeHours ?? []) if (from >= to) error('officeHours', 'endsBeforeStart', '办理时间的结束须晚于开始')
}

function checkFees({ fees }: Draft, error: Note): void {
  if (!fees) return
  if (!fees.charged) {
    if (fees.standards.length > 0) error('fees', 'freeWithStandards', '不收费的事项不能有收费标准')
    return
  }
  if (fees.standards.length === 0) error('fees', 'standardMissing', '收费事项须填写收费标准')
  if (fees.basis.length === 0) error('fees', 'basisMissing', '收费事项须填写收费依据')
  if (!fees.stage) error('fees', 'stageMissing', '收费事项须指明收费环节')
}

function checkThemes({ themes = [], audiences = [] }: Draft, error: Note): void {
  for (const theme of themes) {
    const forPerson = isCodeOf(personThemes, theme)
    if (!forPerson && !isCodeOf(corporateThemes, theme)) error('themes', 'themeUnknown', `没有主题“${theme}”`)
    else if (!audiences.includes(forPerson ? 'person' : 'organisation'))
      error('themes', 'themeOfOthers', `主题“${theme}”不适用于本事项的服务对象`)
  }
}

const visitsAtMost: Record<NonNullable<Elements['onlineMode']>, number> = { preview: 2, verify: 1, full: 0 }

function checkOnline(
  { handlingForms = [], onlineMode, visits, crossRegionRange, materials = [] }: Draft,
  error: Note,
  warning: Note,
): void {
  const online = handlingForms.includes('online')
  if (online && !onlineMode) error('onlineMode', 'missing', '网上办理的，须选原件预审、原件核验或全程网办')
  if (!online && onlineMode) error('onlineMode', 'counterOnly', '仅窗口办理的事项没有网上办理形式')
  if (onlineMode && visits !== undefined && visits > visitsAtMost[onlineMode])
    error('visits', 'tooMany', `该网上办理形式到现场不超过 ${visitsAtMost[onlineMode]} 次`)
  // 全程网办 accepts verified information only (五（一）2（4）①): without library or register only a scan will do whose original was seen before
  for (const { code, name } of materials.filter((one) => onlineMode === 'full' && one.need !== 'optional' && !verifiableOnline(one)))
    warning(`materials.${code}`, 'notVerifiableOnline', `全程网办，而“${name}”没有证照或登记信息可供核验，多数申请人无法网上办成`)
  if (crossRegionRange === 'nation' && !online) warning('crossRegionRange', 'withoutOnline', '全国通办而不能网上办理')
}
