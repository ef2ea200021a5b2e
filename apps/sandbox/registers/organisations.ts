import { chance, type Chance } from './chance.ts'
import type { Organisation } from './contract.ts'
import { creditCode } from './numbers.ts'
import type { Resident } from './persons.ts'
import { streets, type Street } from './streets.ts'

const LINES: [word: string, industry: string, code: string, scope: string, licensed: string][] = [
  ['科技', '科学研究和技术服务业', '7519', '软件开发；技术服务；技术咨询', ''],
  ['餐饮管理', '住宿和餐饮业', '6210', '餐饮管理；会议及展览服务', '餐饮服务'],
  ['食品', '制造业', '1411', '食品互联网销售（仅销售预包装食品）', '食品生产'],
  ['建设', '建筑业', '4710', '园林绿化工程施工；工程管理服务', '建设工程施工'],
  ['物流', '交通运输、仓储和邮政业', '5431', '国内货物运输代理；装卸搬运', '道路货物运输'],
  ['医药', '批发和零售业', '5251', '第一类医疗器械销售；日用百货销售', '药品零售'],
  ['文化传媒', '文化、体育和娱乐业', '8810', '组织文化艺术交流活动；广告制作', '营业性演出'],
  ['教育咨询', '教育', '8391', '教育咨询服务（不含涉许可审批的教育培训活动）', ''],
  ['新材料', '制造业', '2659', '新材料技术研发；塑料制品制造', '危险化学品生产'],
  ['农业开发', '农、林、牧、渔业', '0141', '蔬菜种植；农产品初加工', '农作物种子经营'],
  ['宾馆', '住宿和餐饮业', '6110', '停车场服务；洗染服务', '住宿服务'],
  ['贸易', '批发和零售业', '5199', '国内贸易代理；货物进出口', ''],
]
const BRANDS = '样例 演示 测试 示范 虚构 模拟 试用 范例 假想 拟设 设例 试点'.split(' ')

/** A hundred and twenty bodies, nearly all companies; every one led by a living adult of the population register. */
export function makeOrganisations(persons: readonly Resident[], wanted = 120): Organisation[] {
  const luck = chance(20_150_617)
  const leaders = persons.filter((one) => one.state === 'alive' && one.bornOn < '1998' && one.bornOn > '1950')
  const known = persons.find((one) => one.name === '王演示')
  return Array.from({ length: wanted }, (_, place) => {
    const leader = place === 0 && known !== undefined ? known : luck.pick(leaders)
    return makeOrganisation(place, leader, place === 0 ? (streets[0] as Street) : luck.pick(streets), luck)
  })
}

type Kind = { code: string; name: string; typeCode: string; ending: string }
const KINDS: Kind[] = [
  { code: '91', name: '企业法人', typeCode: '1130', ending: '有限公司' },
  { code: '92', name: '个体工商户', typeCode: '9500', ending: '店' },
  { code: '51', name: '社团法人', typeCode: '0000', ending: '协会' },
  { code: '12', name: '事业单位法人', typeCode: '0000', ending: '中心' },
]

function makeOrganisation(place: number, leader: Resident, street: Street, luck: Chance): Organisation {
  const kind = KINDS[place < 100 ? 0 : 1 + (place % 3)] as Kind
  const line = LINES[place % LINES.length] as (typeof LINES)[number]
  const brand = BRANDS[Math.floor(place / LINES.length) % BRANDS.length] ?? '样例'
  const name = `${street.city.replace('市', '')}${brand}${line[0]}${kind.ending}`
  const uscc = creditCode(kind.code, street.division, `MA9${String(place + 1).padStart(5, '0')}`)
  const address = `浙江省${street.city}${street.county}${street.street}示范大道${luck.between(1, 900)}号`
  const registeredOn = `${luck.between(2005, 2023)}-0${luck.between(1, 9)}-${luck.between(10, 28)}`
  const base = { uscc, organisationCode: uscc.slice(8, 17) }
  const registrar = kind.code.startsWith('9') ? `${street.county}市场监督管理局` : `${street.county}民政局`
  return {
    basic: {
      ...base,
      name,
      kind: kind.name,
      legalRepresentativeName: leader.name,
      legalRepresentativeIdNumber: leader.idNumber,
      registeredAddress: address,
      registeredOn,
      state: stateOf(place),
    },
    enterprise: enterprise(uscc, line, kind, address, registeredOn, registrar, place, luck),
    legalRepresentative: { uscc, name: leader.name, idKind: '居民身份证', idNumber: leader.idNumber },
    changes: changesOf(base, address, registrar, place),
    cancellation: stateOf(place) === 'cancelled' ? { ...base, reason: '股东会决议解散', cancelledOn: '2024-12-20', registrar } : null,
  }
}

function stateOf(place: number): Organisation['basic']['state'] {
  if (place % 40 === 38) return 'cancelled'
  return place % 40 === 39 ? 'revoked' : 'active'
}

function enterprise(
  uscc: string,
  line: (typeof LINES)[number],
  kind: Kind,
  premises: string,
  registeredOn: string,
  registrar: string,
  place: number,
  luck: Chance,
): Organisation['enterprise'] {
  const registeredCapital = luck.pick([100_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000])
  return {
    uscc,
    premises,
    businessScope: line[3],
    licensedItems: line[4],
    registeredCapital,
    paidInCapital: luck.happens(0.5) ? registeredCapital : registeredCapital / 2,
    enterpriseTypeCode: kind.typeCode,
    industry: line[1],
    industryClass: line[2],
    establishedOn: registeredOn,
    operatingFrom: registeredOn,
    operatingTo: luck.happens(0.3) ? `${Number(registeredOn.slice(0, 4)) + 30}${registeredOn.slice(4)}` : null,
    approvedOn: registeredOn,
    registrar,
    phone: `199001${String(place + 1).padStart(5, '0')}`,
  }
}

function changesOf(
  base: { uscc: string; organisationCode: string },
  address: string,
  registrar: string,
  place: number,
): Organisation['changes'] {
  if (place % 4 !== 1) return []
  const before = address.replace(/\d+号$/, '1号')
  return [{ ...base, item: '住所变更', before, after: address, changedOn: '2024-05-17', registrar }]
}
