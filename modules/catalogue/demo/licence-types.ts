/** Licence types that the demo items issue or take instead of paper, as the module of licences may plant them. */

/** The body that defines the types: a real credit code, so that its check character is right. */
const definedBy = '11100000000013338W'

export interface DemoLicenceType {
  code: string
  name: string
  holderKind: 'person' | 'organisation'
}

const type = (number: number, name: string, holderKind: DemoLicenceType['holderKind']): DemoLicenceType => ({
  code: `${definedBy}${String(number).padStart(3, '0')}`,
  name,
  holderKind,
})

export const demoLicenceTypes: readonly DemoLicenceType[] = [
  type(101, '居民身份证', 'person'),
  type(102, '居民户口簿', 'person'),
  type(103, '居住证', 'person'),
  type(104, '结婚证', 'person'),
  type(105, '普通护照', 'person'),
  type(106, '出生医学证明', 'person'),
  type(107, '机动车驾驶证', 'person'),
  type(108, '残疾人证', 'person'),
  type(109, '护士执业证书', 'person'),
  type(110, '教师资格证书', 'person'),
  type(111, '律师执业证书', 'person'),
  type(201, '营业执照', 'organisation'),
  type(202, '食品经营许可证', 'organisation'),
  type(203, '卫生许可证', 'organisation'),
  type(204, '取水许可证', 'organisation'),
  type(205, '烟草专卖零售许可证', 'organisation'),
  type(206, '道路运输经营许可证', 'organisation'),
  type(207, '建筑工程施工许可证', 'organisation'),
  type(208, '医疗机构执业许可证', 'organisation'),
  type(209, '农药经营许可证', 'organisation'),
  type(210, '旅行社业务经营许可证', 'organisation'),
  type(211, '网络文化经营许可证', 'organisation'),
  type(301, '不动产权证书', 'person'),
]

export const licenceTypeNamed = (name: string): string | undefined => demoLicenceTypes.find((one) => one.name === name)?.code

const standsFor: readonly [RegExp, string][] = [
  [/居民身份证|身份证件|身份证明/, '居民身份证'],
  [/户口簿/, '居民户口簿'],
  [/营业执照/, '营业执照'],
  [/结婚证/, '结婚证'],
  [/出生医学证明/, '出生医学证明'],
  [/不动产权/, '不动产权证书'],
  [/驾驶证/, '机动车驾驶证'],
]

/** Licences that stand for a paper, so that it need not be handed in (免提交). */
export function licencesFor(material: string): string[] {
  return standsFor.flatMap(([pattern, name]) => (pattern.test(material) ? (licenceTypeNamed(name) ?? []) : []))
}
