import { faulty, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { isProvincePrefix } from './divisions.ts'

/**
 * An investment project code (投资项目统一代码, GB/T 40058-2021; guide appendix 2, 四): 24 characters, 20 digits and 4 hyphens. It is assigned by
 * the national projects platform at the first filing and only read here. The standard's check rule is not public, so the form alone is
 * checked. Since 2021 the first group is year and month (YYMM); from 2015 on it was the year and the third group the branch of industry.
 */
export type ProjectCode = {
  code: string
  form: 'monthly' | 'yearly'
  /** 'YYYY-MM' or 'YYYY'. */
  period: string
  division: string
  /** 中央业务指导部门, in the yearly form the branch of industry (GB/T 4754). */
  authority: string
  /** 项目类型 */
  kind: string
  serial: string
}

export type ProjectCodeFault = 'format' | 'period' | 'division'

/** 0000xx is the nation's own and what crosses provinces. */
function isProjectDivision(division: string): boolean {
  return division.startsWith('0000') || isProvincePrefix(division.slice(0, 2))
}

/** A year as month, 2015 = month 15 of 2020, cannot be, so the two forms never meet. */
function periodOf(group: string): Pick<ProjectCode, 'form' | 'period'> | undefined {
  const month = Number(group.slice(2))
  if (month >= 1 && month <= 12 && Number(group.slice(0, 2)) >= 15)
    return { form: 'monthly', period: `20${group.slice(0, 2)}-${group.slice(2)}` }
  return /^20(?:1[5-9]|2\d)$/.test(group) ? { form: 'yearly', period: group } : undefined
}

export function parseProjectCode(text: string): Checked<ProjectCode, ProjectCodeFault> {
  const code = text.normalize('NFKC').trim()
  if (!/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(code)) return faulty('format')
  const period = periodOf(code.slice(0, 4))
  if (!period) return faulty('period')
  const division = code.slice(5, 11)
  if (!isProjectDivision(division)) return faulty('division')
  return sound({ code, ...period, division, authority: code.slice(12, 14), kind: code.slice(15, 17), serial: code.slice(18) })
}

export function isProjectCode(text: string): boolean {
  return parseProjectCode(text).ok
}
