import { codeSet } from './code-set.ts'

/** An item type (事项类型): administrative power (行政权力) or public service (公共服务), guide 二（一） and appendix 1, element 4. */
export type ItemType = { code: string; name: string; nature: 'power' | 'publicService'; national: string; verified: boolean }

const power = (code: string, name: string, national: string, verified = false): ItemType => ({
  code,
  name,
  nature: 'power',
  national,
  verified,
})
const service = (code: string, name: string): ItemType => ({ code, name, nature: 'publicService', national: '20', verified: false })

/**
 * The two-character type codes of the base code. The guide does not list them: XK is read in DB52/T 1264-2018; the other letters of powers are
 * in common use but unverified [U], and those of the public services are ours. `national` is the number of the national platform.
 */
export const itemTypes: readonly ItemType[] = [
  power('XK', '行政许可', '01', true),
  power('CF', '行政处罚', '02'),
  power('QZ', '行政强制', '03'),
  power('ZS', '行政征收', '04'),
  power('JF', '行政给付', '05'),
  power('JC', '行政检查', '06'),
  power('QR', '行政确认', '07'),
  power('JL', '行政奖励', '08'),
  power('CJ', '行政裁决', '09'),
  power('QT', '其他行政权力', '10'),
  service('GG', '公共服务'),
  service('JY', '基本公共教育'),
  service('LD', '劳动就业服务'),
  service('SB', '社会保险'),
  service('SH', '基本社会服务'),
  service('YL', '基本医疗卫生'),
  service('RK', '人口和计划生育'),
  service('ZF', '基本住房保障'),
  service('WT', '公共文化体育'),
  service('CL', '残疾人基本公共服务'),
]

export function findItemType(code: string, types: readonly ItemType[] = itemTypes): ItemType | undefined {
  return types.find((type) => type.code === code)
}

/** Item types of the national platform, by number. Provinces shift some: keep a mapping per source. */
export const nationalItemTypes = codeSet(
  { title: '国家平台事项类型', source: '01/05/07/08/09/10/20 seen in real item codes; 02/03/04/06 unverified', verified: false },
  [
    ['01', '行政许可'],
    ['02', '行政处罚'],
    ['03', '行政强制'],
    ['04', '行政征收'],
    ['05', '行政给付'],
    ['06', '行政检查'],
    ['07', '行政确认'],
    ['08', '行政奖励'],
    ['09', '行政裁决'],
    ['10', '其他行政权力'],
    ['20', '公共服务'],
  ],
)
