import { chance, type Chance } from './chance.ts'
import type { Person } from './contract.ts'
import { bankCardNumber, identityNumber } from './numbers.ts'
import { streets, type Street } from './streets.ts'

/** A person of the register, with the two cards other bodies issued. All invented; the names say so. */
export type Resident = Person & { socialCardNumber: string; bankCardNumber: string }

const SURNAMES =
  '张 李 王 赵 钱 孙 周 吴 郑 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 施 孔 曹 严 金 魏 陶 姜 戚 谢 邹 章 苏 潘 葛 范 彭 鲁 韦 马 方 袁 欧阳 诸葛'.split(
    ' ',
  )
const GIVEN =
  '测试 样例 演示 示范 模拟 试用 范例 虚构 假想 示例 样本 小测 大样 小范 思例 试行 拟名 设例 习作 假名 代称 例举 某某 样板'.split(' ')
const LAST_YEAR = 2025

type Role = Person['household']['relation']
type Draft = { name: string; sex: Person['sex']; bornOn: string; relation: Role; ethnicity: string; dead: boolean }

/** The same four hundred people every time. */
export function makePersons(wanted = 400): Resident[] {
  const luck = chance(20_160_929)
  const nameOf = nameMaker()
  const persons: Resident[] = []
  const households: Draft[][] = [...knownHouseholds()]
  for (let number = 1; persons.length < wanted; number++) {
    const drafts = households.shift() ?? makeHousehold(luck, nameOf)
    // the known ones live in Hangzhou, where the demo's halls are
    const street = number <= 5 ? (streets[number - 1] as Street) : luck.pick(streets)
    const address = addressOf(street, luck)
    for (const draft of drafts.slice(0, wanted - persons.length)) persons.push(settle(draft, persons.length + 1, number, street, address))
  }
  return persons
}

/** Whoever tries the demo meets these first. */
function knownHouseholds(): Draft[][] {
  const person = (name: string, sex: Person['sex'], bornOn: string, relation: Role, dead = false, ethnicity = '汉族'): Draft => ({
    name,
    sex,
    bornOn,
    relation,
    ethnicity,
    dead,
  })
  return [
    [
      person('张测试', 'female', '1988-03-12', 'head'),
      person('李样例', 'male', '1986-11-05', 'spouse'),
      person('李小测', 'female', '2015-06-01', 'child'),
    ],
    [
      person('王演示', 'male', '1975-08-20', 'head'),
      person('赵示范', 'female', '1977-02-28', 'spouse'),
      person('王老样', 'male', '1949-10-01', 'parent'),
    ],
    [person('陈已故', 'male', '1938-01-15', 'head', true), person('孙示例', 'female', '1942-04-04', 'spouse')],
    [person('阿依古丽·演示', 'female', '1994-07-07', 'head', false, '维吾尔族')],
    [person('𠮷样本', 'male', '2000-02-29', 'head', false, '畲族')],
  ]
}

/** Surname and given name each once in a round, so that few share a name, as in life. */
function nameMaker(): (surname: string) => string {
  const used = new Map<string, number>()
  return (surname) => {
    const turn = used.get(surname) ?? SURNAMES.indexOf(surname)
    used.set(surname, turn + 5)
    return surname + (GIVEN[turn % GIVEN.length] ?? '样例')
  }
}

function makeHousehold(luck: Chance, nameOf: (surname: string) => string): Draft[] {
  const surname = luck.pick(SURNAMES)
  const ethnicity = luck.happens(0.04) ? luck.pick(['畲族', '回族', '苗族', '土家族']) : '汉族'
  const age = luck.between(24, 78)
  const sex = luck.happens(0.6) ? 'male' : 'female'
  const member = (relation: Role, years: number, own: string, kind: Person['sex']): Draft => ({
    name: nameOf(own),
    sex: kind,
    bornOn: birthday(luck, years),
    relation,
    ethnicity,
    dead: years > 70 && luck.happens(0.3),
  })
  const members = [member('head', age, surname, sex)]
  if (!luck.happens(0.7)) return members
  members.push(member('spouse', age + luck.between(-4, 4), luck.pick(SURNAMES), sex === 'male' ? 'female' : 'male'))
  const children = age < 26 ? 0 : luck.below(3)
  for (let child = 0; child < children; child++) {
    members.push(member('child', Math.max(0, age - luck.between(24, 34)), surname, luck.happens(0.5) ? 'male' : 'female'))
  }
  if (age < 60 && luck.happens(0.15)) members.push(member('parent', age + luck.between(22, 30), surname, 'male'))
  return members
}

function birthday(luck: Chance, age: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${LAST_YEAR - age}-${pad(luck.between(1, 12))}-${pad(luck.between(1, 28))}`
}

function addressOf(street: Street, luck: Chance): string {
  const road = luck.pick(['样例路', '演示街', '测试巷', '示范大道', '虚构弄'])
  return `浙江省${street.city}${street.county}${street.street}${road}${luck.between(1, 300)}号${luck.between(1, 30)}幢${luck.between(1, 18)}0${luck.between(1, 4)}室`
}

function settle(draft: Draft, serial: number, household: number, street: Street, address: string): Resident {
  const { relation, dead, ...about } = draft
  // orders from 800 up are hardly ever given out; odd for men, even for women
  const order = 800 + ((serial * 2) % 198) + (draft.sex === 'male' ? 1 : 0)
  return {
    ...about,
    idNumber: identityNumber(street.division, draft.bornOn, order),
    address,
    divisionCode: street.division,
    photo: null,
    state: dead ? 'dead' : 'alive',
    household: { householdNumber: `${street.division}${String(household).padStart(6, '0')}`, relation },
    phone: `199000${String(serial).padStart(5, '0')}`,
    socialCardNumber: `A${String(20_000_000 + serial * 7)}`,
    bankCardNumber: bankCardNumber(serial),
  }
}
