/** The 44 collected guides in the shape of the API, as if carried out in Hangzhou's Xihu district. */
import type { Implementation, ItemLine, Material } from '@yiwang/catalogue/contract'
import { findItemType, itemTypes } from '@yiwang/standards'
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

const bodies: [RegExp, string][] = [
  [/出入境/, '杭州市公安局出入境管理局'],
  [/公安/, '杭州市公安局西湖区分局'],
  [/婚姻|民政|乡镇街道受理/, '杭州市西湖区民政局'],
  [/医疗保障/, '杭州市西湖区医疗保障局'],
  [/社会保险|人力资源/, '杭州市西湖区人力资源和社会保障局'],
  [/公积金/, '杭州住房公积金管理中心'],
  [/市场监督/, '杭州市西湖区市场监督管理局'],
  [/卫生健康/, '杭州市西湖区卫生健康局'],
  [/住房城乡/, '杭州市西湖区住房和城乡建设局'],
  [/交通运输/, '杭州市西湖区交通运输局'],
  [/水行政|农业/, '杭州市西湖区农业农村局'],
  [/自然资源/, '杭州市规划和自然资源局西湖分局'],
  [/教育/, '杭州市西湖区教育局'],
  [/司法/, '杭州市司法局'],
  [/文化/, '杭州市西湖区文化和广电旅游体育局'],
  [/发展改革/, '杭州市西湖区发展和改革局'],
  [/残疾人/, '杭州市西湖区残疾人联合会'],
  [/烟草/, '杭州市烟草专卖局西湖分局'],
]

const themesById: [RegExp, string[]][] = [
  [/idcard|residence/, ['P17', 'P02']],
  [/passport/, ['P20', 'P17']],
  [/marriage/, ['P12']],
  [/birth/, ['P01', 'P02']],
  [/driver|vehicle|ride/, ['P18', 'C17']],
  [/medical|maternity/, ['P16', 'P28']],
  [/pension|unemploy|injury|low-income/, ['P16']],
  [/fund|realestate/, ['P15']],
  [/company|individual/, ['C01', 'P07']],
  [/food|hygiene|tobacco|internet|pesticide|travel/, ['C02', 'P08']],
  [/construct|project/, ['C08', 'C16']],
  [/road|transport/, ['C17']],
  [/water/, ['C20']],
  [/disab|elder/, ['P13']],
  [/teacher|nurse|lawyer/, ['P10']],
  [/event/, ['P22', 'C29']],
]

const limit = ({ days, unit }: { days: number; unit: string }) => ({
  value: unit === '当场' ? 0 : days,
  unit: unit === '自然日' ? ('calendarDay' as const) : ('workday' as const),
})
const modes: (Implementation['onlineMode'] | undefined)[] = ['full', 'verify', 'full', 'preview', 'full', 'verify', undefined]
const codeOfType = (name: string) => itemTypes.find((one) => one.name === name)?.code ?? itemTypes[0]?.code ?? '01'

function itemOf(guide: SourceGuide, index: number): Implementation {
  const at = bodies.findIndex(([pattern]) => pattern.test(guide.department))
  const bodyName = bodies[at]?.[1] ?? '杭州市西湖区人民政府'
  const mode = guide.id === 'idcard-renew' ? 'preview' : guide.id === 'food-business' ? 'verify' : modes[index % modes.length]
  const number = String(index + 1).padStart(5, '0')
  const baseCode = `${codeOfType(guide.itemType)}${number}000`
  const implementingCode = `330106000000${String(300210000 + at).padStart(9, '0')}100`
  const charged = (guide.fee.items ?? []).filter(([, yuan]) => typeof yuan === 'number')
  const range = (['nation', 'crossProvince', 'crossCity', undefined] as const)[index % 4]
  const food = guide.id === 'food-business'
  return {
    implementationCode: baseCode + implementingCode,
    implementingCode,
    baseCode,
    revisionId: '00000000-0000-4000-8000-000000000001',
    version: 3,
    state: 'inForce',
    effectiveOn: '2026-02-11',
    division: '330106',
    divisionName: '西湖区',
    bodyCode: `11330106${String(MA(at)).padStart(10, '0')}`,
    bodyName,
    bodyNature: 'statutory',
    name: guide.name.replace(/（上海.*实例）/, ''),
    summary: summaryOf(guide),
    itemType: codeOfType(guide.itemType),
    legalBasis: guide.basis.map((one, place) => ({
      title: `《${one.replace(/第.*/, '')}》`,
      ...(/第.*/.test(one) && { clause: /第.*/.exec(one)?.[0] ?? '' }),
      checked: place === 0,
    })),
    exerciseLevels: ['county'],
    statutoryLimit: {
      ...limit(guide.statutory),
      ...(guide.statutory.basis && { basis: `《${guide.basis[0]?.replace(/第.*/, '') ?? ''}》${guide.statutory.basis}` }),
    },
    committedLimit: limit(guide.promiseExample),
    conditions: guide.conditions,
    materials: guide.materials.map((one) => materialOf(one, guide)),
    jointBodies: [],
    intermediaries: [],
    steps: guide.steps.map(({ name, limit: says }) => ({
      kind: name === '受理' ? ('acceptance' as const) : name === '申请' ? ('application' as const) : ('examination' as const),
      name,
      note: name,
      ...(/^(\d+)个?工作日/.test(says) && { limit: { value: Number(/\d+/.exec(says)?.[0]), unit: 'workday' as const } }),
    })),
    result: {
      name: guide.result.name,
      kind: 'licence',
      delivery: ['electronic', 'courier', 'counter'],
      ...(guide.result.validity && { validity: guide.result.validity }),
      sample: { name: '样本', mediaType: 'text/plain', text: '样本' },
    },
    fees: {
      charged: guide.fee.charge,
      standards: charged.map(([name, yuan], place) => ({
        key: `fee${place}`,
        name,
        rate: { kind: 'fixed', amountFen: Number(yuan) * 100 },
        when: [],
        reliefs: [],
      })),
      basis: [],
      ...(guide.fee.note && { note: guide.fee.note }),
    },
    audiences: [guide.audience.includes('自然人') && 'person', guide.audience.includes('法人') && 'organisation'].filter(
      (one): one is 'person' | 'organisation' => one !== false,
    ),
    caseKind: guide.promiseExample.unit === '当场' ? 'instant' : 'committed',
    ...(range && { crossRegionRange: range }),
    handlingForms: mode ? ['counter', 'online'] : ['counter'],
    ...(mode && { onlineMode: mode }),
    appointment: index % 3 !== 0,
    onlinePayment: guide.fee.charge,
    logistics: { materials: false, results: index % 4 !== 3 },
    runningSystem: { level: 'city' },
    places: [
      { name: '西湖区政务服务中心', address: '杭州市西湖区文三路 478 号', counters: [`B${(index % 20) + 1} 窗口`], phone: '0571-12345' },
    ],
    officeHours: [
      { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
    ],
    consultationPhone: guide.hotline,
    questionsAndAnswers: questionsOf(guide),
    complaintPhone: '12345',
    reviewStandard: '材料齐全、内容真实、符合法定形式的，予以通过。',
    themes: themesById.find(([pattern]) => pattern.test(guide.id))?.[1] ?? ['P31', 'C34'],
    applicationType: 'new',
    keywords: [guide.id],
    visits: mode === 'full' ? 0 : mode === 'preview' ? 2 : 1,
    realNameLevel: 1,
    questions: food
      ? [
          {
            key: 'kind',
            text: '您打算做哪一种经营？',
            many: false,
            required: true,
            options: [
              { value: 'catering', label: '餐饮服务（现做现卖）' },
              { value: 'sales', label: '食品销售（只卖不做）' },
            ],
          },
          {
            key: 'agent',
            text: '是您本人来办，还是请人代办？',
            help: '代办的，要多交一份委托书。',
            many: false,
            required: true,
            options: [
              { value: 'self', label: '本人办' },
              { value: 'agent', label: '请人代办' },
            ],
          },
        ]
      : [],
    situations: food ? [{ key: 'agent', name: '请人代办', when: [{ question: 'agent', in: ['agent'] }] }] : [],
    procedures: [],
    refusalGrounds: [],
    handlingModel: 'own',
    ...(food && { form: { key: 'food-business', version: 1 } }),
  }
}

const MA = (at: number) => 3002100000 + at

function materialOf(one: SourceGuide['materials'][number], guide: SourceGuide): Material {
  const free = /身份证|户口簿|营业执照|驾驶证|结婚证|资格文件/.test(one.name) && one.source === '20'
  const agent = guide.id === 'food-business' && /代理/.test(one.name)
  return {
    code: `m${one.seq}`,
    name: one.name,
    kind: /申请|登记表|告知单/.test(one.name) ? 'form' : /证|照|簿/.test(one.name) ? 'certificate' : 'other',
    form: 'either',
    medium: one.medium === '1' ? 'paper' : one.medium === '2' ? 'electronic' : 'either',
    need: one.need === '1' || agent ? 'required' : one.need === '3' ? 'deferrable' : 'optional',
    source: one.source === '20' ? 'government' : one.source === '99' ? 'other' : 'applicant',
    ...(one.source === '20' && { issuer: '由核发部门出具' }),
    originals: one.originals,
    copies: one.copies,
    paperSize: 'A4',
    fillingNotes: one.note ?? '用黑色签字笔填写，或在网上填写后打印签名。',
    acceptanceStandard: '内容清楚、在有效期内，与申请信息一致。',
    electronic: one.medium !== '1',
    basis: [{ title: `《${guide.basis[0]?.replace(/第.*/, '') ?? ''}》`, checked: true }],
    sample: { name: one.name, mediaType: 'text/plain', text: '样本' },
    ...(one.source === '10' && { blankForm: { name: one.name, mediaType: 'text/plain' as const, text: '空表' } }),
    licenceTypes: [],
    ...(free && { register: 'person' as const }),
    situations: agent ? ['agent'] : [],
  }
}

const summaryOf = (guide: SourceGuide): string =>
  guide.conditions[0]
    ? `${guide.conditions[0].replace(/。$/, '')}的，可以申请${guide.result.name ? `，办成后领取${guide.result.name}` : ''}。`
    : guide.name

const questionsOf = (guide: SourceGuide) => [
  {
    question: '可以请别人代办吗？',
    answer: guide.audience.includes('法人')
      ? '可以。请法定代表人在“授权管理”中授权经办人。'
      : '需要本人到场的环节不能代办，其余可以委托他人，带上委托书和双方身份证件。',
  },
  { question: '办到哪一步了怎么看？', answer: `在“查进度”里输入办件编号，或登录后在“我的办件”查看；也可以拨打 ${guide.hotline} 询问。` },
]

export type DevItem = Implementation & { id: string }
const all = source.guides as unknown as SourceGuide[]
export const devItems: DevItem[] = all.map((guide, index) => ({ ...itemOf(guide, index), id: guide.id }))
export const findDevItem = (id: string): DevItem => devItems.find((one) => one.id === id) ?? (devItems[0] as DevItem)

export const lineOf = (item: DevItem): ItemLine => ({
  implementationCode: item.implementationCode,
  name: item.name,
  summary: item.summary,
  bodyCode: item.bodyCode,
  bodyName: item.bodyName,
  division: item.division,
  divisionName: item.divisionName,
  itemType: item.itemType,
  itemTypeName: findItemType(item.itemType)?.name ?? '',
  audiences: item.audiences,
  themes: item.themes,
  caseKind: item.caseKind,
  ...(item.onlineMode && { onlineMode: item.onlineMode }),
  ...(item.committedLimit && { committedLimit: item.committedLimit }),
  charged: item.fees.charged,
  visits: item.visits,
  uses: 10,
})
