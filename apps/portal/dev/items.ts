/** The 44 collected guides in the shape of the API, as if carried out in Hangzhou's Xihu district. */
import type { ApiImplementation } from '../models/guide.ts'
import type { ApiItem, Audience, OnlineMode } from '../models/item.ts'
import type { ApiMaterial } from '../models/material.ts'
import source from './guides.json' with { type: 'json' }

type SourceGuide = {
  id: string
  name: string
  itemType: string
  audience: string
  department: string
  level: string
  basis: string[]
  conditions: string[]
  materials: { seq: number; name: string; source: string; originals: number; copies: number; medium: string; need: string; note?: string }[]
  steps: { name: string; limit: string }[]
  statutory: { days: number; unit: string; basis?: string }
  promiseExample: { days: number; unit: string }
  fee: { charge: boolean; items?: [string, number | string][]; note?: string }
  result: { name: string; validity: string }
  hotline: string
}

export type DevItem = ApiImplementation & ApiItem & { id: string; themes: string[]; bodyCode: string }

const bodies: [RegExp, string, string][] = [
  [/出入境/, '杭州市公安局出入境管理局', '330100-04'],
  [/公安/, '杭州市公安局西湖区分局', '330106-04'],
  [/婚姻|民政|乡镇街道受理/, '杭州市西湖区民政局', '330106-05'],
  [/医疗保障/, '杭州市西湖区医疗保障局', '330106-06'],
  [/社会保险|人力资源/, '杭州市西湖区人力资源和社会保障局', '330106-07'],
  [/公积金/, '杭州住房公积金管理中心', '330100-08'],
  [/市场监督/, '杭州市西湖区市场监督管理局', '330106-09'],
  [/卫生健康/, '杭州市西湖区卫生健康局', '330106-10'],
  [/住房城乡/, '杭州市西湖区住房和城乡建设局', '330106-11'],
  [/交通运输/, '杭州市西湖区交通运输局', '330106-12'],
  [/水行政|农业/, '杭州市西湖区农业农村局', '330106-13'],
  [/自然资源/, '杭州市规划和自然资源局西湖分局', '330106-14'],
  [/教育/, '杭州市西湖区教育局', '330106-15'],
  [/司法/, '杭州市司法局', '330100-16'],
  [/文化/, '杭州市西湖区文化和广电旅游体育局', '330106-17'],
  [/发展改革/, '杭州市西湖区发展和改革局', '330106-18'],
  [/残疾人/, '杭州市西湖区残疾人联合会', '330106-19'],
  [/烟草/, '杭州市烟草专卖局西湖分局', '330106-20'],
]

const themesById: [RegExp, string[]][] = [
  [/idcard|residence/, ['证件办理', '户籍办理']], [/passport/, ['出境入境', '证件办理']], [/marriage/, ['婚姻登记']], [/birth|fertility/, ['生育收养', '户籍办理']],
  [/driver|vehicle|ride|taxi/, ['交通出行']], [/medical|maternity/, ['社会保障', '医疗卫生']], [/pension|unemploy|injury|dibao|social/, ['社会保障']],
  [/fund/, ['住房保障']], [/company|business/, ['设立变更']], [/food|hygiene|tobacco|internet|pesticide|travel/, ['准营准办']], [/construct|project|invest/, ['投资审批', '国土和规划建设']],
  [/road|transport/, ['交通运输', '准营准办']], [/water/, ['水务气象']], [/disab|elder/, ['优待抚恤']], [/property|estate/, ['住房保障', '规划建设']],
  [/teacher|nurse|lawyer/, ['职业资格']], [/clinic|institution/, ['医疗卫生', '准营准办']], [/event/, ['公共安全', '公安消防']], [/disclosure|info/, ['其他']],
]

const words: Record<string, string> = { 自然日: 'days', 工作日: 'workdays', 当场: 'instant' }
const limit = ({ days, unit }: { days: number; unit: string }) => ({ days, unit: (words[unit] ?? 'workdays') as 'days' | 'workdays' | 'instant' })
const modes: (OnlineMode | undefined)[] = ['full', 'verify', 'full', 'preview', 'full', 'verify', undefined]


function itemOf(guide: SourceGuide, index: number): DevItem {
  const [, bodyName, bodyCode] = bodies.find(([pattern]) => pattern.test(guide.department)) ?? [/./, '杭州市西湖区人民政府', '330106-01']
  const mode = guide.id === 'idcard-renew' ? 'preview' : guide.id === 'food-business' ? 'verify' : modes[index % modes.length]
  const audience = [guide.audience.includes('自然人') && 'person', guide.audience.includes('法人') && 'organisation'].filter(Boolean) as Audience[]
  const number = String(index + 1).padStart(5, '0')
  const base: ApiImplementation = {
    implementationCode: `330106000000${bodyCode.slice(-2)}30021${String(index).padStart(2, '0')}100`.slice(0, 24).padEnd(24, '0'),
    baseCode: `07${number}000`,
    name: guide.name.replace(/（上海.*实例）/, ''),
    summary: summaryOf(guide),
    itemType: guide.itemType,
    audience,
    level: guide.level,
    bodyName,
    bodyKind: '法定机关',
    caseKind: guide.promiseExample.unit === '当场' ? 'instant' : 'committed',
    statutoryLimit: limit(guide.statutory),
    ...(guide.statutory.basis && { statutoryLimitBasis: `${guide.basis[0]?.replace(/第.*/, '') ?? ''}${guide.statutory.basis}` }),
    committedLimit: limit(guide.promiseExample),
    ...(mode && { onlineMode: mode }),
    counter: true,
    appointment: index % 3 !== 0,
    onlinePayment: guide.fee.charge,
    logistics: index % 4 !== 3,
    crossRegionRange: ['全国', '跨省', '跨市', ''][index % 4] ?? '',
    visits: mode === 'full' ? 0 : mode === 'verify' ? 1 : mode === 'preview' ? 2 : 1,
    runningSystem: '市级',
    conditions: guide.conditions,
    materials: guide.materials.map((one) => materialOf(one, guide)),
    steps: guide.steps.map(({ name, limit }, at) => ({ name, ...(limit && { limit }), ...(name === '受理' && at > 0 && { correction: true }) })),
    fee: {
      charged: guide.fee.charge,
      items: (guide.fee.items ?? []).filter(([, yuan]) => typeof yuan === 'number').map(([name, yuan]) => ({ name, cents: Number(yuan) * 100 })),
      ...(guide.fee.note && { note: guide.fee.note }),
    },
    result: { name: guide.result.name, kind: 'licence', ...(guide.result.validity && { validity: guide.result.validity }), sampleHref: '#sample' },
    legalBasis: guide.basis.map((one) => `《${one.replace(/第.*/, '')}》${/第.*/.exec(one)?.[0] ?? ''}`),
    questions: questionsOf(guide),
    places: [
      { name: '西湖区政务服务中心', address: '杭州市西湖区文三路 478 号', hours: '周一至周五 8:30–12:00，13:30–17:00（法定节假日除外）', phone: '0571-12345', counter: `二楼 B${(index % 20) + 1} 窗口` },
    ],
    consultPhone: guide.hotline,
    supervisePhone: '12345',
    version: 3,
    changedOn: '2026-02-11',
    publishedBy: '西湖区政务服务管理办公室',
    changes: [
      { version: 3, on: '2026-02-11', what: '承诺办结时限缩短' },
      { version: 2, on: '2025-07-01', what: '一份材料改为免提交' },
    ],
  }
  const themes = themesById.find(([pattern]) => pattern.test(guide.id))?.[1] ?? ['其他']
  return { ...base, id: guide.id, themes, bodyCode, divisionName: '西湖区', visits: base.visits }
}

function materialOf(one: SourceGuide['materials'][number], guide: SourceGuide): ApiMaterial {
  const fromLibrary = /身份证|户口簿|营业执照|驾驶证|结婚证|资格文件/.test(one.name) && one.source === '20'
  return {
    materialId: `${guide.id}-${one.seq}`,
    name: one.name,
    kind: /申请|登记表|告知单/.test(one.name) ? '申请表格' : /证|照|簿/.test(one.name) ? '证件证书' : '文书',
    source: one.source === '20' ? 'government' : one.source === '99' ? 'other' : 'applicant',
    ...(one.source === '20' && { issuer: '由核发部门出具' }),
    originals: one.originals,
    copies: one.copies,
    paper: 'A4',
    medium: one.medium === '1' ? 'paper' : one.medium === '2' ? 'electronic' : 'either',
    need: one.need === '1' ? 'required' : one.need === '3' ? 'deferrable' : 'situational',
    ...(one.need === '2' && { situation: one.note?.replace(/^情形：/, '') ?? '有此情形时' }),
    ...(one.need !== '2' && one.note && { fillingNotes: one.note }),
    acceptance: '内容清楚、在有效期内，与申请信息一致',
    legalBasis: guide.basis[0] ?? '',
    ...(one.source === '10' && { formHref: '#form' }),
    sampleHref: '#sample',
    fromLibrary,
  }
}

const summaryOf = (guide: SourceGuide): string =>
  guide.conditions[0] ? `${guide.conditions[0].replace(/。$/, '')}的，可以申请${guide.result.name ? `，办成后领取${guide.result.name}` : ''}。` : ''

const questionsOf = (guide: SourceGuide) => [
  { question: '可以请别人代办吗？', answer: guide.audience.includes('法人') ? '可以。请法定代表人在“授权管理”中授权经办人。' : '需要本人到场的环节不能代办，其余可以委托他人，带上委托书和双方身份证件。' },
  { question: '办到哪一步了怎么看？', answer: `在“查进度”里输入办件编号，或登录后在“我的办件”查看；也可以拨打 ${guide.hotline} 询问。` },
]

export const devItems: DevItem[] = (source.guides as unknown as SourceGuide[]).map(itemOf)
