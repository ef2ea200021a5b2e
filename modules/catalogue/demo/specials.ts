/** What is set for the guides that are not carried out from end to end: themes, everyday words, online mode. */
import type { SourceGuide } from './guide-source.ts'
import type { Special } from './complete.ts'

type Brief = [mode: Special['mode'], themes: string[], keywords: string[], licence?: string]

const briefs: Readonly<Record<string, Brief>> = {
  'temp-idcard': ['preview', ['P17'], ['临时身份证']],
  'household-birth': ['preview', ['P01', 'P02'], ['小孩上户口', '出生登记']],
  'driver-renew': ['full', ['P18', 'P17'], ['换驾照', '驾照到期'], '机动车驾驶证'],
  'vehicle-register': ['preview', ['P18', 'C17'], ['新车上牌']],
  'pension-transfer': ['full', ['P16'], ['养老保险转移', '社保转移']],
  'pension-claim': ['verify', ['P29', 'P16', 'C07'], ['办退休', '领养老金']],
  'medical-reimburse': ['verify', ['P16', 'P28'], ['医药费报销']],
  'maternity-allowance': ['full', ['P01', 'P16'], ['生育津贴', '产假工资']],
  'work-injury': ['verify', ['P16', 'C07'], ['工伤']],
  unemployment: ['full', ['P06', 'P16'], ['失业金']],
  'fund-loan': ['verify', ['P15'], ['公积金贷款']],
  'low-income': ['preview', ['P16', 'P13'], ['低保']],
  'construction-permit': ['full', ['C08', 'C16'], ['开工许可'], '建筑工程施工许可证'],
  'road-freight': ['verify', ['P18', 'C17'], ['货车运输证'], '道路运输经营许可证'],
  'hazmat-transport': ['preview', ['C17', 'C28'], ['危货运输'], '道路运输经营许可证'],
  'disability-card': ['preview', ['P13', 'P17'], ['残疾证'], '残疾人证'],
  'elder-card': ['full', ['P13', 'P29'], ['老年证', '高龄津贴']],
  'birth-register': ['full', ['P01'], ['准生证', '生育登记']],
  'medical-inst': ['preview', ['P08', 'P28', 'C21', 'C02'], ['开诊所'], '医疗机构执业许可证'],
  'nurse-register': ['full', ['P10', 'P28'], ['护士证'], '护士执业证书'],
  'teacher-cert': ['preview', ['P10', 'P04'], ['教师证'], '教师资格证书'],
  'mass-event': ['preview', ['P22', 'C29'], ['办演唱会', '办展会']],
  'travel-agency': ['verify', ['C02', 'C11'], ['开旅行社'], '旅行社业务经营许可证'],
  'internet-bar': ['verify', ['C02'], ['开网吧'], '网络文化经营许可证'],
  'pesticide-business': ['verify', ['P08', 'C15'], ['卖农药'], '农药经营许可证'],
  'project-approval': ['full', ['C08'], ['项目核准']],
  'project-filing': ['full', ['C08'], ['项目备案']],
  'sh-special-equip-notice': ['full', ['C26', 'C28'], ['电梯安装告知']],
  'sh-ridehail-driver': ['verify', ['P18', 'P10'], ['网约车', '网约车司机']],
}

/** Corporate themes only for items legal persons may apply for, and the other way round. */
export function generalSpecials({ id, audience }: SourceGuide): Special {
  const [mode, themes, keywords, licence] = briefs[id] ?? [undefined, [], []]
  const fitting = themes.filter((theme) => audience.includes(theme.startsWith('P') ? '自然人' : '法人'))
  const rest = audience.includes('自然人') ? 'P31' : 'C34'
  return {
    ...(mode ? { mode } : {}),
    ...(licence ? { licence } : {}),
    themes: fitting.length > 0 ? fitting : [rest],
    keywords,
  }
}
