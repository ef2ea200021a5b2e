/** The 36 elements of appendix 1, each with who maintains it. Browser-safe. */
import type { Elements, Level } from './contract.ts'

/** 编制、法制等职能部门; 政务服务管理机构; 政务服务实施机构. */
export type Hat = 'keeper' | 'administration' | 'implementer'
type KeeperLevel = Extract<Level, 'province' | 'city' | 'county'>

export interface Element {
  number: number
  name: string
  /** Where it is kept in the shape. */
  field: keyof Elements
  maintainer: Hat
  levels: readonly KeeperLevel[]
  /** Comes from the directory and is read-only in the implementation. */
  inherited?: true
  /** Made by the platform of its parts; nobody types it. */
  made?: true
}

const province: readonly KeeperLevel[] = ['province']
const toCity: readonly KeeperLevel[] = ['province', 'city']
const toCounty: readonly KeeperLevel[] = ['province', 'city', 'county']

const of = (
  number: number,
  name: string,
  field: keyof Elements,
  maintainer: Hat,
  levels: readonly KeeperLevel[],
  more: Pick<Element, 'inherited' | 'made'> = {},
): Element => ({ number, name, field, maintainer, levels, ...more })

export const elements: readonly Element[] = [
  of(1, '基本编码', 'baseCode', 'keeper', province, { inherited: true }),
  of(2, '实施编码', 'implementingCode', 'keeper', toCity, { made: true }),
  of(3, '事项名称', 'name', 'keeper', province, { inherited: true }),
  of(4, '事项类型', 'itemType', 'keeper', province, { inherited: true }),
  of(5, '设定依据', 'legalBasis', 'keeper', province, { inherited: true }),
  of(6, '行使层级', 'exerciseLevels', 'keeper', toCity),
  of(7, '权限划分', 'authorityDivision', 'keeper', toCity),
  of(8, '行使内容', 'exerciseContent', 'keeper', toCounty),
  of(9, '实施机构', 'bodyCode', 'keeper', toCounty),
  of(10, '实施主体性质', 'bodyNature', 'keeper', toCounty),
  of(11, '法定办结时限', 'statutoryLimit', 'keeper', toCity),
  of(12, '受理条件', 'conditions', 'keeper', toCity),
  of(13, '申请材料', 'materials', 'keeper', toCity),
  of(14, '联办机构', 'jointBodies', 'keeper', toCity),
  of(15, '中介服务', 'intermediaries', 'keeper', toCity),
  of(16, '办理流程', 'steps', 'keeper', toCity),
  of(17, '数量限制', 'quantityLimit', 'keeper', toCity),
  of(18, '结果名称', 'result', 'keeper', toCity),
  of(19, '结果样本', 'result', 'keeper', toCounty),
  of(20, '是否收费', 'fees', 'keeper', toCounty),
  of(21, '收费标准', 'fees', 'keeper', toCounty),
  of(22, '收费依据', 'fees', 'keeper', toCounty),
  of(23, '服务对象', 'audiences', 'keeper', toCounty),
  of(24, '办件类型', 'caseKind', 'administration', toCity),
  of(25, '承诺办结时限', 'committedLimit', 'administration', toCity),
  of(26, '通办范围', 'crossRegionRange', 'administration', toCity),
  of(27, '办理形式', 'handlingForms', 'administration', toCounty),
  of(28, '预约办理', 'appointment', 'administration', toCounty),
  of(29, '网上支付', 'onlinePayment', 'administration', toCounty),
  of(30, '物流快递', 'logistics', 'administration', toCounty),
  of(31, '运行系统', 'runningSystem', 'implementer', toCounty),
  of(32, '办理地点', 'places', 'implementer', toCounty),
  of(33, '办理时间', 'officeHours', 'implementer', toCounty),
  of(34, '咨询电话', 'consultationPhone', 'implementer', toCounty),
  of(35, '常见问题', 'questionsAndAnswers', 'implementer', toCounty),
  of(36, '监督电话', 'complaintPhone', 'administration', toCounty),
]

/** What the platform keeps beside the 36, and who sees to it. */
export const furtherFields: Partial<Record<keyof Elements, { name: string; maintainer: Hat; levels: readonly KeeperLevel[] }>> = {
  onlineMode: { name: '网上办理形式', maintainer: 'administration', levels: toCounty },
  reviewStandard: { name: '审查标准', maintainer: 'keeper', levels: toCity },
  summary: { name: '一句话说明', maintainer: 'implementer', levels: toCounty },
  themes: { name: '服务主题', maintainer: 'administration', levels: toCounty },
  applicationType: { name: '申请类型', maintainer: 'administration', levels: toCounty },
  keywords: { name: '常用说法', maintainer: 'implementer', levels: toCounty },
  visits: { name: '到现场次数', maintainer: 'administration', levels: toCounty },
  realNameLevel: { name: '实名等级', maintainer: 'administration', levels: toCounty },
  questions: { name: '情形问题', maintainer: 'keeper', levels: toCity },
  situations: { name: '情形', maintainer: 'keeper', levels: toCity },
  procedures: { name: '特别程序', maintainer: 'keeper', levels: toCity },
  extension: { name: '延长时限', maintainer: 'keeper', levels: toCity },
  refusalGrounds: { name: '不予受理情形', maintainer: 'keeper', levels: toCity },
  handlingModel: { name: '办理模式', maintainer: 'keeper', levels: toCity },
  forwardTo: { name: '转报机构', maintainer: 'keeper', levels: toCity },
  form: { name: '申请表单', maintainer: 'implementer', levels: toCounty },
  flow: { name: '内部流程', maintainer: 'implementer', levels: toCounty },
  examinedIn: { name: '审查系统', maintainer: 'implementer', levels: toCounty },
}

export function elementNumbered(number: number): Element {
  const found = elements.find((element) => element.number === number)
  if (!found) throw new RangeError(`appendix 1 has no element ${number}`)
  return found
}

/** The name people know a field by; several elements may share one field (18 and 19: the result). */
export function fieldName(field: string): string {
  const named = elements.filter((element) => element.field === field).map(({ name }) => name)
  return named.length > 0 ? named.join('、') : (furtherFields[field as keyof Elements]?.name ?? field)
}
