import type { FaceField, LicenceTypeInput } from '../contract.ts'

/** The body that defines the types: a real credit code, so that its check character is right. */
const definedBy = '11100000000013338W'

export interface DemoLicenceType extends LicenceTypeInput {
  code: string
}

type Extra = Partial<Pick<FaceField, 'required' | 'maxLength' | 'choices' | 'wide'>>
const field =
  (kind: FaceField['kind']) =>
  (key: string, label: string, extra: Extra = {}): FaceField => ({ key, label, kind, required: false, ...extra })
const text = field('text')
const long = field('longText')
const day = field('date')
const number = field('number')
const choice = (key: string, label: string, choices: string[]): FaceField => field('choice')(key, label, { choices })

const sex = choice('sex', '性别', ['男', '女'])
const address = text('address', '住址', { wide: true, maxLength: 200 })
const premises = text('premises', '经营场所', { wide: true, maxLength: 200 })
const representative = text('representative', '法定代表人（负责人）', { maxLength: 60 })

type Of = Pick<LicenceTypeInput, 'fields' | 'validity' | 'numberPrefix'> & {
  colour?: LicenceTypeInput['style']['colour']
  statement?: string
}

function forPersons(last: number, name: string, { fields, validity, numberPrefix, colour = 'blue', statement }: Of): DemoLicenceType {
  const style = { layout: 'landscape', colour, ...(statement === undefined ? {} : { statement }) } as const
  const labels = { holderLabel: '姓名', holderNumberLabel: '公民身份号码' }
  return {
    code: codeOf(last),
    name,
    category: 'certificate',
    holderKinds: ['person'],
    ...labels,
    fields,
    style,
    validity,
    numberPrefix,
    issuers: [],
  }
}

function forOrganisations(last: number, name: string, { fields, validity, numberPrefix, colour = 'red', statement }: Of): DemoLicenceType {
  const style = { layout: 'landscape', colour, ...(statement === undefined ? {} : { statement }) } as const
  const labels = { holderLabel: '名称', holderNumberLabel: '统一社会信用代码' }
  return {
    code: codeOf(last),
    name,
    category: 'permit',
    holderKinds: ['organisation', 'person'],
    ...labels,
    fields,
    style,
    validity,
    numberPrefix,
    issuers: [],
  }
}

function codeOf(last: number): string {
  return `${definedBy}${String(last).padStart(3, '0')}`
}

const lasting = { kind: 'lasting' } as const
const years = (count: number) => ({ kind: 'limited', years: count }) as const

export const demoLicenceTypes: readonly DemoLicenceType[] = [
  forPersons(101, '居民身份证', {
    fields: [sex, text('nation', '民族'), day('birthDate', '出生日期'), address],
    validity: years(20),
    numberPrefix: 'SF',
  }),
  forPersons(102, '居民户口簿', {
    fields: [text('householder', '户主姓名'), text('relation', '与户主关系'), address],
    validity: lasting,
    numberPrefix: 'HK',
  }),
  forPersons(103, '居住证', {
    fields: [sex, text('origin', '户籍所在地'), text('address', '居住地址', { wide: true, maxLength: 200 })],
    validity: years(1),
    numberPrefix: 'JZ',
    colour: 'green',
    statement: '居住证每年签注一次。',
  }),
  forPersons(104, '结婚证', {
    fields: [text('spouse', '配偶姓名'), day('registeredOn', '登记日期')],
    validity: lasting,
    numberPrefix: 'J',
    colour: 'red',
  }),
  forPersons(105, '普通护照', { fields: [sex, text('birthPlace', '出生地点')], validity: years(10), numberPrefix: 'E', colour: 'red' }),
  forPersons(106, '出生医学证明', {
    fields: [sex, text('hospital', '接生机构'), text('mother', '母亲姓名'), text('father', '父亲姓名')],
    validity: lasting,
    numberPrefix: 'CS',
  }),
  forPersons(107, '机动车驾驶证', {
    fields: [
      sex,
      choice('class', '准驾车型', ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C5', 'D', 'E', 'F']),
      day('firstIssuedOn', '初次领证日期'),
      address,
    ],
    validity: years(6),
    numberPrefix: 'JS',
  }),
  forPersons(108, '残疾人证', {
    fields: [
      sex,
      choice('category', '残疾类别', ['视力', '听力', '言语', '肢体', '智力', '精神', '多重']),
      choice('grade', '残疾等级', ['一级', '二级', '三级', '四级']),
      address,
    ],
    validity: years(10),
    numberPrefix: 'CJ',
    colour: 'green',
  }),
  forPersons(109, '护士执业证书', {
    fields: [sex, text('workplace', '执业地点', { wide: true })],
    validity: years(5),
    numberPrefix: 'HS',
    colour: 'green',
  }),
  forPersons(110, '教师资格证书', {
    fields: [
      sex,
      choice('kind', '资格种类', ['幼儿园', '小学', '初级中学', '高级中学', '中等职业学校', '高等学校']),
      text('subject', '任教学科'),
    ],
    validity: lasting,
    numberPrefix: 'JSZ',
    colour: 'blue',
  }),
  forPersons(111, '律师执业证书', { fields: [sex, text('firm', '执业机构', { wide: true })], validity: lasting, numberPrefix: 'LS' }),
  forOrganisations(201, '营业执照', {
    fields: [
      choice('type', '类型', ['有限责任公司', '股份有限公司', '个人独资企业', '合伙企业', '个体工商户', '农民专业合作社']),
      representative,
      number('capital', '注册资本（万元）'),
      day('establishedOn', '成立日期'),
      text('premises', '住所', { wide: true, maxLength: 200 }),
      long('scope', '经营范围'),
    ],
    validity: lasting,
    numberPrefix: '',
    statement: '市场主体应当于每年1月1日至6月30日报送公示年度报告。',
  }),
  forOrganisations(202, '食品经营许可证', {
    fields: [representative, premises, text('form', '主体业态'), long('items', '经营项目')],
    validity: years(5),
    numberPrefix: 'JY',
  }),
  forOrganisations(203, '卫生许可证', {
    fields: [representative, premises, long('items', '许可项目')],
    validity: years(4),
    numberPrefix: 'WS',
    colour: 'green',
  }),
  forOrganisations(204, '取水许可证', {
    fields: [
      text('place', '取水地点', { wide: true }),
      choice('source', '水源类型', ['地表水', '地下水']),
      text('use', '取水用途'),
      number('amount', '年取水量（万立方米）'),
    ],
    validity: years(5),
    numberPrefix: 'QS',
    colour: 'blue',
  }),
  forOrganisations(205, '烟草专卖零售许可证', {
    fields: [representative, premises, text('supplier', '供货单位')],
    validity: years(5),
    numberPrefix: 'YC',
    colour: 'gold',
  }),
  forOrganisations(206, '道路运输经营许可证', {
    fields: [representative, premises, long('scope', '经营范围')],
    validity: years(4),
    numberPrefix: 'YS',
    colour: 'blue',
  }),
  forOrganisations(207, '建筑工程施工许可证', {
    fields: [
      text('project', '工程名称', { wide: true }),
      text('site', '建设地址', { wide: true }),
      text('builder', '施工单位', { wide: true }),
      number('area', '建设规模（平方米）'),
      number('price', '合同价格（万元）'),
    ],
    validity: lasting,
    numberPrefix: 'SG',
    colour: 'blue',
    statement: '自发证之日起三个月内应予开工，逾期应办理延期手续。',
  }),
  forOrganisations(208, '医疗机构执业许可证', {
    fields: [representative, premises, long('departments', '诊疗科目')],
    validity: years(5),
    numberPrefix: 'YL',
    colour: 'green',
  }),
  forOrganisations(209, '农药经营许可证', {
    fields: [representative, premises, text('scope', '经营范围', { wide: true })],
    validity: years(5),
    numberPrefix: 'NY',
    colour: 'green',
  }),
  forOrganisations(210, '旅行社业务经营许可证', {
    fields: [representative, premises, text('scope', '经营范围', { wide: true })],
    validity: lasting,
    numberPrefix: 'LX',
    colour: 'gold',
  }),
  forOrganisations(211, '网络文化经营许可证', {
    fields: [representative, text('site', '网站域名', { wide: true }), long('scope', '经营范围')],
    validity: years(3),
    numberPrefix: 'WW',
    colour: 'gold',
  }),
  {
    ...forPersons(301, '不动产权证书', {
      fields: [
        text('place', '坐落', { wide: true, maxLength: 200 }),
        text('right', '权利类型'),
        text('use', '用途'),
        number('area', '面积（平方米）'),
      ],
      validity: lasting,
      numberPrefix: 'BDC',
      colour: 'red',
    }),
    holderKinds: ['person', 'organisation'],
  },
]

export function demoTypeCode(name: string): string | undefined {
  return demoLicenceTypes.find((one) => one.name === name)?.code
}
