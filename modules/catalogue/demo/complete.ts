// oxlint-disable max-lines -- data
/**
 * The items that run from end to end, and what makes each different: three online modes, instant and committed, natural and legal persons, with
 * and without fee, special procedures of kind A and B, forwarded, often denied, with and without a licence.
 */
import type { AllowedProcedure, Fees, Question, Situation, Elements } from '../contract.ts'
import type { FlowParts } from './flow-bpmn.ts'

export interface Special {
  mode?: 'preview' | 'verify' | 'full'
  visits?: number
  flow?: Omit<FlowParts, 'key' | 'name'>
  licence?: string
  validMonths?: number
  themes: string[]
  keywords: string[]
  fees?: Fees
  questions?: Question[]
  situations?: Situation[]
  /** Situations of materials, by their number in the guide. */
  materialSituations?: Readonly<Record<number, string[]>>
  /** Numbers of materials that may be handed in later (容缺). */
  deferrable?: number[]
  procedures?: AllowedProcedure[]
  extension?: NonNullable<Elements['extension']>
  refusalGrounds?: Elements['refusalGrounds']
  forwardTo?: string
  realNameLevel?: number
  delivery?: Elements['result']['delivery']
  crossRegionRange?: Elements['crossRegionRange']
}

const free: Fees = { charged: false, standards: [], basis: [] }
const yuan = (amount: number) => amount * 100
const workdays = (value: number) => ({ value, unit: 'workday' as const })
const bySituation = (key: string, ...values: string[]) => [{ question: key, in: values }]
const B = (name: string, days: number): AllowedProcedure => ({ kind: 'B', name, limit: workdays(days) })
const A: AllowedProcedure = { kind: 'A', name: '延长审批', limit: workdays(10), basis: '《中华人民共和国行政许可法》第四十二条' }
const extension = { ...workdays(10), basis: '《中华人民共和国行政许可法》第四十二条' }

const cardReason: Question = {
  key: 'reason',
  text: '为什么换领？',
  many: false,
  required: true,
  options: [
    { value: 'expired', label: '有效期满' },
    { value: 'damaged', label: '证件损坏' },
    { value: 'changed', label: '姓名等信息变更' },
  ],
}
const poor: Question = {
  key: 'lowIncome',
  text: '是否为最低生活保障对象？',
  many: false,
  required: true,
  options: [
    { value: 'yes', label: '是' },
    { value: 'no', label: '否' },
  ],
}

export const complete: Readonly<Record<string, Special>> = {
  'idcard-renew': {
    mode: 'preview',
    visits: 2,
    flow: { examineDays: 5, decideDays: 2 },
    licence: '居民身份证',
    validMonths: 240,
    themes: ['P17', 'P02'],
    keywords: ['身份证到期', '换身份证', '补身份证'],
    questions: [cardReason, poor],
    fees: {
      charged: true,
      stage: 'beforeDecision',
      standards: [
        {
          key: 'expired',
          name: '期满换领工本费',
          rate: { kind: 'fixed', amountFen: yuan(20) },
          when: bySituation('reason', 'expired', 'changed'),
          reliefs: [{ key: 'lowIncome', name: '最低生活保障对象免收', when: bySituation('lowIncome', 'yes'), percentOff: 100 }],
        },
        {
          key: 'damaged',
          name: '损坏换领工本费',
          rate: { kind: 'fixed', amountFen: yuan(40) },
          when: bySituation('reason', 'damaged'),
          reliefs: [],
        },
      ],
      basis: [{ title: '国家发展改革委、财政部关于居民身份证收费标准及有关问题的通知', checked: false }],
      note: '最低生活保障对象首次申领、换领免收。',
      payAt: '受理后、制证前，网上或窗口缴纳',
    },
    delivery: ['counter', 'courier'],
    crossRegionRange: 'nation',
  },
  'residence-permit': {
    mode: 'verify',
    flow: { examineDays: 5, decideDays: 3, visit: '居住核查' },
    licence: '居住证',
    validMonths: 12,
    themes: ['P02', 'P17'],
    keywords: ['暂住证', '外地人办居住证'],
    procedures: [B('实地核查', 5)],
    delivery: ['counter', 'courier', 'electronic'],
    crossRegionRange: 'crossCounty',
  },
  passport: {
    mode: 'preview',
    visits: 2,
    flow: { examineDays: 3, decideDays: 2 },
    licence: '普通护照',
    validMonths: 120,
    themes: ['P20', 'P17'],
    keywords: ['办护照', '出国'],
    fees: {
      charged: true,
      stage: 'beforeDecision',
      standards: [{ key: 'passport', name: '普通护照', rate: { kind: 'fixed', amountFen: yuan(120) }, when: [], reliefs: [] }],
      basis: [{ title: '国家发展改革委、财政部关于降低部分行政事业性收费标准的通知', number: '发改价格〔2019〕914号', checked: false }],
    },
    delivery: ['counter', 'courier'],
    crossRegionRange: 'nation',
    realNameLevel: 2,
  },
  marriage: {
    licence: '结婚证',
    themes: ['P12'],
    keywords: ['领结婚证', '登记结婚'],
    delivery: ['counter'],
    crossRegionRange: 'nation',
  },
  'medical-remote': {
    mode: 'full',
    themes: ['P16', 'P28'],
    keywords: ['外地看病', '异地医保', '医保备案'],
    delivery: ['electronic'],
    crossRegionRange: 'nation',
  },
  'fund-withdraw': {
    mode: 'full',
    flow: { examineDays: 1, decideDays: 1 },
    themes: ['P15'],
    keywords: ['取公积金', '公积金买房'],
    delivery: ['electronic'],
    realNameLevel: 2,
    crossRegionRange: 'crossCity',
  },
  'individual-register': {
    mode: 'full',
    licence: '营业执照',
    themes: ['P07', 'P31'],
    keywords: ['开店', '开个店', '个体户', '办营业执照'],
    delivery: ['electronic', 'courier', 'counter'],
    realNameLevel: 2,
    crossRegionRange: 'crossCity',
  },
  'company-register': {
    mode: 'full',
    flow: { examineDays: 1, decideDays: 1 },
    licence: '营业执照',
    themes: ['C01'],
    keywords: ['开公司', '注册公司', '办营业执照'],
    delivery: ['electronic', 'courier', 'counter'],
    realNameLevel: 2,
    crossRegionRange: 'crossCity',
  },
  'food-business': {
    mode: 'verify',
    flow: { examineDays: 2, decideDays: 1, visit: '食品安全现场核查' },
    licence: '食品经营许可证',
    validMonths: 60,
    themes: ['P08', 'C02'],
    keywords: ['开饭店', '开餐馆', '开超市', '卖食品'],
    questions: [
      {
        key: 'kind',
        text: '经营什么？',
        many: false,
        required: true,
        options: [
          { value: 'sale', label: '食品销售' },
          { value: 'catering', label: '餐饮服务' },
          { value: 'canteen', label: '单位食堂' },
        ],
      },
      {
        key: 'agent',
        text: '是否由他人代办？',
        many: false,
        required: true,
        options: [
          { value: 'yes', label: '由他人代办' },
          { value: 'no', label: '本人办理' },
        ],
      },
    ],
    situations: [
      { key: 'agent', name: '代理', when: bySituation('agent', 'yes') },
      { key: 'cooking', name: '餐饮服务、单位食堂', when: bySituation('kind', 'catering', 'canteen') },
    ],
    materialSituations: { 5: ['agent'], 6: ['cooking'] },
    deferrable: [6],
    procedures: [B('实地核查', 10), A],
    extension,
    crossRegionRange: 'crossCounty',
  },
  'public-place-hygiene': {
    mode: 'preview',
    visits: 2,
    flow: { examineDays: 2, decideDays: 1, visit: '卫生现场审核' },
    licence: '卫生许可证',
    validMonths: 48,
    themes: ['P08', 'C21'],
    keywords: ['开宾馆', '开理发店', '开浴室'],
    procedures: [B('检测', 15), B('实地核查', 10), A],
    extension,
    crossRegionRange: 'crossCounty',
  },
  'realestate-transfer': {
    mode: 'preview',
    visits: 1,
    flow: { examineDays: 1, decideDays: 1, consult: '税务部门' },
    licence: '不动产权证书',
    themes: ['P15', 'C16'],
    keywords: ['二手房过户', '房产过户', '房产证'],
    questions: [
      {
        key: 'house',
        text: '登记的是哪一类不动产？',
        many: false,
        required: true,
        options: [
          { value: 'home', label: '住宅' },
          { value: 'other', label: '非住宅' },
        ],
      },
      {
        key: 'small',
        text: '申请人是否为小微企业（含个体工商户）？',
        many: false,
        required: true,
        options: [
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
        ],
      },
    ],
    fees: {
      charged: true,
      stage: 'atDelivery',
      standards: [
        {
          key: 'home',
          name: '住宅类登记费',
          rate: { kind: 'fixed', amountFen: yuan(80) },
          when: bySituation('house', 'home'),
          reliefs: [],
        },
        {
          key: 'other',
          name: '非住宅类登记费',
          rate: { kind: 'fixed', amountFen: yuan(550) },
          when: bySituation('house', 'other'),
          reliefs: [{ key: 'small', name: '小微企业免收', when: bySituation('small', 'yes'), percentOff: 100 }],
        },
      ],
      basis: [
        { title: '国家发展改革委、财政部关于不动产登记收费标准等有关问题的通知', number: '发改价格规〔2016〕2559号', checked: false },
      ],
      payAt: '领证时，网上或窗口缴纳',
    },
    crossRegionRange: 'crossCounty',
  },
  'water-permit': {
    mode: 'verify',
    flow: { examineDays: 4, decideDays: 2, meeting: 3 },
    licence: '取水许可证',
    validMonths: 60,
    themes: ['C20'],
    keywords: ['取水证', '打井取水'],
    procedures: [B('专家评审', 20), B('听证', 20), B('实地核查', 10), A],
    extension,
    refusalGrounds: [{ code: 'noPermitNeeded', text: '家庭生活和零星散养、圈养畜禽饮用等少量取水，不需要申请取水许可。' }],
  },
  lawyer: {
    mode: 'verify',
    flow: { examineDays: 8, decideDays: 3 },
    themes: ['P10', 'P23'],
    keywords: ['当律师', '律师证'],
    forwardTo: '浙江省司法厅',
    extension,
    procedures: [A],
    delivery: ['counter', 'courier'],
    realNameLevel: 2,
  },
  'tobacco-retail': {
    mode: 'verify',
    flow: { examineDays: 3, decideDays: 2, visit: '零售点合理布局核查' },
    licence: '烟草专卖零售许可证',
    validMonths: 60,
    themes: ['P08', 'C02'],
    keywords: ['卖烟', '烟证'],
    procedures: [B('实地核查', 10), A],
    extension,
    refusalGrounds: [{ code: 'nearSchool', text: '经营场所在中小学校、幼儿园周围。' }],
  },
  'gov-info': {
    mode: 'full',
    flow: { examineDays: 8, decideDays: 3, consult: '第三方' },
    themes: ['P31', 'C34'],
    keywords: ['依申请公开', '信息公开'],
    fees: {
      charged: true,
      stage: 'atDelivery',
      standards: [
        {
          key: 'processing',
          name: '信息处理费（按件计收）',
          rate: {
            kind: 'stepped',
            how: 'cumulative',
            quantity: { name: '所需信息件数', unit: '件', field: 'documents' },
            steps: [
              { upTo: '10', amountFen: 0, perUnit: true },
              { upTo: '30', amountFen: yuan(100), perUnit: true },
              { amountFen: yuan(200), perUnit: true },
            ],
          },
          when: [],
          reliefs: [],
        },
      ],
      basis: [{ title: '政府信息公开信息处理费管理办法', number: '国办函〔2020〕109号', checked: false }],
      note: '10 件以下（含 10 件）不收费。',
    },
    procedures: [
      B('听取利害关系人意见', 15),
      { kind: 'A', name: '延长审批', limit: workdays(20), basis: '《中华人民共和国政府信息公开条例》第三十三条' },
    ],
    extension: { ...workdays(20), basis: '《中华人民共和国政府信息公开条例》第三十三条' },
    delivery: ['electronic', 'courier', 'counter'],
  },
}

export const noFee = free
