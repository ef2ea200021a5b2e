import type { LicenceTypeInput } from '../contract.ts'
import { address, choice, content, day, line, long, money, number, representative, sex, shopAddress, shopName, text } from './fields.ts'

/** The body that defines the types: a real credit code, so that its check character is right. */
const definedBy = '11100000000013338W'

export interface DemoLicenceType extends LicenceTypeInput {
  code: string
}

type Style = LicenceTypeInput['style']
type Of = Pick<LicenceTypeInput, 'fields' | 'numberPrefix'> & {
  /** How many years it lasts; for good where none are given. */
  years?: number
  colour?: Style['colour']
  statement?: string
}

function typeOf(last: number, name: string, { fields, numberPrefix, years, colour = 'blue', statement }: Of) {
  const style: Style = { layout: 'landscape', colour, ...(statement === undefined ? {} : { statement }) }
  const validity: LicenceTypeInput['validity'] = years === undefined ? { kind: 'lasting' } : { kind: 'limited', years }
  return { code: `${definedBy}${String(last).padStart(3, '0')}`, name, fields, style, validity, numberPrefix, issuers: [] }
}

function forPersons(last: number, name: string, of: Of): DemoLicenceType {
  const labels = { holderLabel: '姓名', holderNumberLabel: '公民身份号码' }
  return { ...typeOf(last, name, of), category: 'certificate', holderKinds: ['person'], ...labels }
}

/** An individual business stands in its owner's name. */
function forBusinesses(last: number, name: string, of: Of): DemoLicenceType {
  const labels = { holderLabel: '经营者（持证人）', holderNumberLabel: '信用代码（证件号码）' }
  return { ...typeOf(last, name, { colour: 'red', ...of }), category: 'permit', holderKinds: ['organisation', 'person'], ...labels }
}

const schools = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初级中学',
  senior: '高级中学',
  vocational: '中等职业学校',
  university: '高等学校',
}
const vehicles = Object.fromEntries(['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C5', 'D', 'E', 'F'].map((one) => [one, one]))
const disabilities = { sight: '视力', hearing: '听力', speech: '言语', limb: '肢体', intellect: '智力', mental: '精神', multiple: '多重' }
const foodForms = { sale: '食品销售经营者', catering: '餐饮服务经营者', canteen: '单位食堂' }
const publicPlaces = { hotel: '宾馆、旅店', beauty: '美容店、理发店', bath: '公共浴室', pool: '游泳场（馆）', cinema: '影剧院' }
const waters = { river: '江河', lake: '湖泊、水库', ground: '地下水' }

export const demoLicenceTypes: readonly DemoLicenceType[] = [
  forPersons(101, '居民身份证', { fields: [sex, text('nation', '民族'), address], years: 20, numberPrefix: 'SF' }),
  forPersons(102, '居民户口簿', { fields: [text('householder', '户主姓名'), text('relation', '与户主关系'), address], numberPrefix: 'HK' }),
  forPersons(103, '居住证', {
    fields: [line('residence', '居住地址'), day('since', '居住起始日期')],
    years: 1,
    numberPrefix: 'JZ',
    colour: 'green',
    statement: '居住证每年签注一次。',
  }),
  forPersons(104, '结婚证', { fields: [text('partnerName', '配偶姓名'), content], numberPrefix: 'J', colour: 'red' }),
  forPersons(105, '普通护照', {
    fields: [text('surnamePinyin', '姓（拼音）'), text('givenPinyin', '名（拼音）')],
    years: 10,
    numberPrefix: 'E',
    colour: 'red',
  }),
  forPersons(106, '出生医学证明', {
    fields: [sex, text('hospital', '接生机构'), text('mother', '母亲'), text('father', '父亲')],
    numberPrefix: 'CS',
  }),
  forPersons(107, '机动车驾驶证', { fields: [choice('class', '准驾车型', vehicles), address], years: 6, numberPrefix: 'JS' }),
  forPersons(108, '残疾人证', {
    fields: [choice('category', '残疾类别', disabilities), text('grade', '残疾等级'), address],
    years: 10,
    numberPrefix: 'CJ',
    colour: 'green',
  }),
  forPersons(109, '护士执业证书', { fields: [sex, line('workplace', '执业地点')], years: 5, numberPrefix: 'HS', colour: 'green' }),
  forPersons(110, '教师资格证书', { fields: [choice('school', '资格种类', schools), text('subject', '任教学科')], numberPrefix: 'JSZ' }),
  forPersons(111, '律师执业证书', {
    fields: [line('firm', '执业机构'), text('qualificationNumber', '法律职业资格证书编号')],
    numberPrefix: 'LS',
  }),
  forBusinesses(201, '营业执照', {
    fields: [
      line('companyName', '名称'),
      line('shopName', '名称'),
      representative,
      money('capitalFen', '注册资本'),
      line('companyAddress', '住所'),
      shopAddress,
      long('scope', '经营范围'),
    ],
    numberPrefix: '',
    statement: '市场主体应当于每年1月1日至6月30日报送并公示年度报告。',
  }),
  forBusinesses(202, '食品经营许可证', {
    fields: [representative, shopName, shopAddress, choice('kind', '主体业态', foodForms), long('scope', '经营项目')],
    years: 5,
    numberPrefix: 'JY',
  }),
  forBusinesses(203, '卫生许可证', {
    fields: [representative, shopName, shopAddress, choice('kind', '许可项目', publicPlaces)],
    years: 4,
    numberPrefix: 'WS',
    colour: 'green',
  }),
  forBusinesses(204, '取水许可证', {
    fields: [
      line('place', '取水地点'),
      choice('source', '取水水源', waters),
      number('yearly', '年取水量（万立方米）'),
      line('purpose', '取水用途'),
    ],
    years: 5,
    numberPrefix: 'QS',
    colour: 'blue',
  }),
  forBusinesses(205, '烟草专卖零售许可证', {
    fields: [representative, shopName, shopAddress, content],
    years: 5,
    numberPrefix: 'YC',
    colour: 'gold',
  }),
  forBusinesses(206, '道路运输经营许可证', {
    fields: [representative, address, long('scope', '经营范围')],
    years: 4,
    numberPrefix: 'YS',
    colour: 'blue',
  }),
  forBusinesses(207, '建筑工程施工许可证', {
    fields: [
      line('project', '工程名称'),
      line('site', '建设地址'),
      line('builder', '施工单位'),
      number('area', '建设规模（平方米）'),
      content,
    ],
    numberPrefix: 'SG',
    colour: 'blue',
    statement: '自发证之日起三个月内应予开工，逾期应办理延期手续。',
  }),
  forBusinesses(208, '医疗机构执业许可证', {
    fields: [representative, address, long('departments', '诊疗科目')],
    years: 5,
    numberPrefix: 'YL',
    colour: 'green',
  }),
  forBusinesses(209, '农药经营许可证', {
    fields: [representative, shopAddress, long('scope', '经营范围')],
    years: 5,
    numberPrefix: 'NY',
    colour: 'green',
  }),
  forBusinesses(210, '旅行社业务经营许可证', {
    fields: [representative, shopAddress, long('scope', '经营范围')],
    numberPrefix: 'LX',
    colour: 'gold',
  }),
  forBusinesses(211, '网络文化经营许可证', {
    fields: [representative, line('site', '网站域名'), long('scope', '经营范围')],
    years: 3,
    numberPrefix: 'WW',
    colour: 'gold',
  }),
  {
    ...forPersons(301, '不动产权证书', {
      fields: [text('unitNumber', '不动产单元号'), line('place', '坐落'), number('area', '建筑面积（平方米）'), content],
      numberPrefix: 'BDC',
      colour: 'red',
    }),
    holderKinds: ['person', 'organisation'],
  },
]

export function demoTypeCode(name: string): string | undefined {
  return demoLicenceTypes.find((one) => one.name === name)?.code
}
