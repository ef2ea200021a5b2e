/** Which bodies of 浙江省, 杭州市, 上城区 and 西湖区 carry the demo items out. Their codes are given by whoever plants them. */
import type { SourceGuide } from './guide-source.ts'

export interface DemoBody {
  line: string
  division: string
  name: string
  kind: 'department' | 'authorised' | 'publicService'
}

const department = (line: string, division: string, name: string): DemoBody => ({ line, division, name, kind: 'department' })
const authorised = (line: string, division: string, name: string): DemoBody => ({ line, division, name, kind: 'authorised' })

export const demoBodies: readonly DemoBody[] = [
  department('culture', '330000', '浙江省文化广电和旅游厅'),
  department('exitEntry', '330100', '杭州市公安局出入境管理局'),
  department('traffic', '330100', '杭州市公安局交通警察支队车辆管理所'),
  authorised('medicalInsurance', '330100', '杭州市医疗保险管理服务中心'),
  authorised('socialInsurance', '330100', '杭州市社会保险管理服务中心'),
  department('humanResources', '330100', '杭州市人力资源和社会保障局'),
  authorised('providentFund', '330100', '杭州住房公积金管理中心'),
  department('transport', '330100', '杭州市交通运输局'),
  department('justice', '330100', '杭州市司法局'),
  department('development', '330100', '杭州市发展和改革委员会'),
  department('publicSecurity', '330102', '杭州市公安局上城区分局'),
  department('civilAffairs', '330102', '杭州市上城区民政局'),
  authorised('socialInsurance', '330102', '杭州市上城区社会保险管理服务中心'),
  department('market', '330102', '杭州市上城区市场监督管理局'),
  department('health', '330102', '杭州市上城区卫生健康局'),
  department('housing', '330102', '杭州市上城区住房和城乡建设局'),
  department('transport', '330102', '杭州市上城区交通运输局'),
  department('water', '330102', '杭州市上城区农业农村局（水利局）'),
  department('land', '330102', '杭州市规划和自然资源局上城分局'),
  department('education', '330102', '杭州市上城区教育局'),
  department('culture', '330102', '杭州市上城区文化和广电旅游体育局'),
  department('development', '330102', '杭州市上城区发展改革和经济信息化局'),
  authorised('disabled', '330102', '杭州市上城区残疾人联合会'),
  department('tobacco', '330102', '杭州市烟草专卖局上城分局'),
  department('government', '330102', '杭州市上城区人民政府办公室'),
  department('publicSecurity', '330106', '杭州市公安局西湖区分局'),
  department('civilAffairs', '330106', '杭州市西湖区民政局'),
  department('market', '330106', '杭州市西湖区市场监督管理局'),
  department('health', '330106', '杭州市西湖区卫生健康局'),
  department('tobacco', '330106', '杭州市烟草专卖局西湖分局'),
]

const lines: readonly [RegExp, string][] = [
  [/出入境/, 'exitEntry'],
  [/交通管理/, 'traffic'],
  [/公安/, 'publicSecurity'],
  [/民政/, 'civilAffairs'],
  [/医疗保障/, 'medicalInsurance'],
  [/社会保险/, 'socialInsurance'],
  [/人力资源/, 'humanResources'],
  [/公积金/, 'providentFund'],
  [/市场监督/, 'market'],
  [/卫生健康/, 'health'],
  [/住房城乡/, 'housing'],
  [/交通运输/, 'transport'],
  [/水行政|农业农村/, 'water'],
  [/自然资源/, 'land'],
  [/教育/, 'education'],
  [/司法/, 'justice'],
  [/文化/, 'culture'],
  [/发展改革/, 'development'],
  [/残疾人/, 'disabled'],
  [/烟草/, 'tobacco'],
]

const alsoNextDoor = ['idcard-renew', 'residence-permit', 'individual-register', 'company-register', 'food-business', 'public-place-hygiene', 'marriage', 'tobacco-retail'] // prettier-ignore

/** The bodies that carry out a guide. What a province grants the city receives and forwards (转报). */
export function bodiesFor(guide: SourceGuide): DemoBody[] {
  const line = lines.find(([pattern]) => pattern.test(guide.department))?.[1] ?? 'government'
  const wanted = guide.level === '省级' && line !== 'justice' ? '330000' : /市级|省级/.test(guide.level) ? '330100' : '330102'
  const own = demoBodies.filter((body) => body.line === line)
  const main = own.find((body) => body.division === wanted) ?? own[0]
  const nextDoor = alsoNextDoor.includes(guide.id) ? own.filter((body) => body.division === '330106') : []
  return main ? [main, ...nextDoor] : nextDoor
}
