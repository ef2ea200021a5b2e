/** Builders for others' tests and the demo. They go through the acts. */
import type { Act } from '@yiwang/kernel'
import {
  defineRole,
  enrolStaff,
  findBody,
  findDivision,
  grantRole,
  loadDivisions,
  registerBody,
  registerCounter,
  registerHall,
} from './index.ts'
import type { Body, BodyInput, Counter, CounterInput, Hall, HallInput, RoleScope, Staff, StaffInput } from './contract.ts'

/** Codes of the tree `aDivisionTree` plants, outermost first. */
export const places = {
  nation: '000000',
  province: '330000',
  city: '330100',
  county: '330102',
  township: '330102001',
  village: '330102001051',
  neighbourCounty: '330106',
  otherCity: '330200',
  otherCityCounty: '330203',
  otherProvince: '370000',
} as const

/** The body by whose clerks tests act unless they say otherwise: the default of `aClerk` in @yiwang/testing. */
export const homeBody = '113301020025002871'

const tree = [
  ['000000', '中国'],
  ['330000', '浙江省'],
  ['330100', '杭州市'],
  ['330102', '上城区'],
  ['330102001', '清波街道'],
  ['330102001051', '清波门社区'],
  ['330106', '西湖区'],
  ['330200', '宁波市'],
  ['330203', '海曙区'],
  ['370000', '山东省'],
] as const

/** From the nation to a village, with a neighbour at each level. */
export async function aDivisionTree(act: Act): Promise<typeof places> {
  await loadDivisions(
    act,
    tree.map(([code, name]) => ({ code, name })),
  )
  return places
}

/** An active body; in 上城区 and by the code of `aClerk` unless said otherwise. Plants the divisions when there are none. */
export async function aBody(act: Act, over: Partial<BodyInput> = {}): Promise<Body> {
  const input: BodyInput = {
    code: homeBody,
    name: '上城区样例局',
    kind: 'department',
    division: places.county,
    phone: '0571-00000000',
    ...over,
  }
  if (!(await findDivision(act.tx, input.division))) await aDivisionTree(act)
  return registerBody(act, input)
}

async function bodyOr(act: Act, code: string | undefined): Promise<string> {
  const found = await findBody(act.tx, code ?? homeBody)
  return (found ?? (await aBody(act, code === undefined ? {} : { code }))).code
}

let staffCount = 0

/** A member of staff without any right; of the body of `aClerk` unless said otherwise. */
export async function aStaffMember(act: Act, over: Partial<StaffInput> = {}): Promise<Staff> {
  const bodyCode = await bodyOr(act, over.bodyCode)
  staffCount += 1
  return enrolStaff(act, { staffNumber: `S${String(staffCount).padStart(5, '0')}`, name: `样例员${staffCount}`, ...over, bodyCode })
}

/** A member of staff who may do this, through a role made for it. */
export async function aStaffMemberWho(
  act: Act,
  permissions: readonly string[],
  over: Partial<StaffInput> & { scope?: RoleScope } = {},
): Promise<Staff> {
  const { scope = {}, ...input } = over
  const staff = await aStaffMember(act, input)
  const code = `role-${staff.staffNumber}`
  const administers = permissions.flatMap((permission) => act.permissions[permission]?.administrator ?? [])[0]
  await defineRole(act, code, { name: code, permissions: [...permissions], ...(administers ? { administers } : {}) })
  await grantRole(act, staff.id, { role: code, ...scope })
  return staff
}

export async function aHall(act: Act, over: Partial<HallInput> = {}): Promise<Hall> {
  const bodyCode = await bodyOr(act, over.bodyCode)
  const input: HallInput = {
    name: '上城区政务服务中心',
    kind: 'hall',
    division: places.county,
    bodyCode,
    address: '上城区样例路1号',
    openingHours: '工作日 9:00–17:00',
  }
  return registerHall(act, { ...input, ...over })
}

export async function aCounter(act: Act, hallId: string, over: Partial<CounterInput> = {}): Promise<Counter> {
  return registerCounter(act, hallId, { number: 'A01', name: '综合窗口', kind: 'oneStop', ...over })
}
