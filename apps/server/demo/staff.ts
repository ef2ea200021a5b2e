import type { Act } from '@yiwang/kernel'
import { hashPassword, setStaffLogin } from '@yiwang/identity'
import { defineRole, enrolStaff, grantRole } from '@yiwang/organisation'
import type { RoleScope } from '@yiwang/organisation/contract'
import { defaultRoles } from '../default-roles.ts'
import { agencies, bodyCodeOf } from './bodies.ts'

/** Printed at the start and by `yiwang demo accounts`; a production start has none of them. */
export const demoPassword = 'yiwang-demo-2026'

interface DemoPost {
  login: string
  name: string
  title: string
  roles: readonly (readonly [role: string, scope?: RoleScope])[]
}

export interface DemoStaff extends DemoPost {
  body: string
  place: string
}

const county = '330102'

/** What people of a department do: receive, examine, decide, make the licence, keep the item. */
function departmentStaff(agency: string, place: string): DemoStaff[] {
  const prefix = (place === county ? agency : `${agency}${place.slice(0, place.endsWith('00') ? 4 : 6)}`).toLowerCase()
  const posts: DemoPost[] = [
    { login: `${prefix}.counter`, name: '窗小样', title: '窗口人员', roles: [['counterClerk']] },
    { login: `${prefix}.examiner`, name: '审小样', title: '审查人员', roles: [['examiner'], ['itemEditor']] },
    { login: `${prefix}.decider`, name: '决小样', title: '负责人', roles: [['decider']] },
    { login: `${prefix}.maker`, name: '制小样', title: '制证和印章', roles: [['licenceClerk'], ['sealApplicant']] },
  ]
  return posts.map((post) => ({ ...post, body: bodyCodeOf(agency, place), place }))
}

/** Who keeps the house: each of these may do one kind of thing, none all. */
function houseStaff(): DemoStaff[] {
  const wide: RoleScope = { divisions: ['330000'] }
  const at = (login: string, name: string, title: string, agency: string, roles: DemoPost['roles'], place = '330000'): DemoStaff => ({
    login,
    name,
    title,
    roles,
    body: bodyCodeOf(agency, place),
    place,
  })
  return [
    at('system', '系样例', '系统管理员', 'administration', [['systemAdministrator', wide]]),
    at('security', '安样例', '安全管理员', 'administration', [['securityAdministrator', wide]]),
    at('audit', '计样例', '审计管理员', 'administration', [['auditAdministrator', wide]]),
    at('manager', '管样例', '政务服务管理人员', 'administration', [['serviceAdministrator', wide]]),
    at('seals', '印样例', '印章管理人员', 'administration', [['sealKeeper', wide]]),
    at('directory', '编样例', '目录管理人员（编制）', 'establishment', [['directoryKeeper', wide]]),
    at('legal', '法样例', '目录管理人员（法制）', 'justice', [['directoryKeeper', wide]]),
    at('onestop', '综样例', '综合窗口人员', 'administration', [['counterClerk', { divisions: [county] }]], county),
  ]
}

/** Departments whose items the demo runs; the others have their item editor's work done by the administration. */
export const staffedPlaces: Readonly<Record<string, readonly string[]>> = {
  '330102': agencies.map((agency) => agency.key).filter((key) => !['administration', 'supervision', 'housingFund'].includes(key)),
  '330106': ['market', 'police', 'civil', 'labour'],
  '330100': [
    'market',
    'police',
    'transport',
    'housing',
    'housingFund',
    'medical',
    'water',
    'development',
    'land',
    'labour',
    'culture',
    'tobacco',
  ],
  '330000': ['development', 'health', 'justice', 'education', 'market', 'culture'],
}

export function demoStaff(): DemoStaff[] {
  const departments = Object.entries(staffedPlaces).flatMap(([place, keys]) => keys.flatMap((agency) => departmentStaff(agency, place)))
  return [...houseStaff(), ...departments]
}

export async function seedRoles(act: Act): Promise<void> {
  // A house without some module has its roles without that module's permissions.
  for (const [code, role] of Object.entries(defaultRoles)) {
    await defineRole(act, code, { ...role, permissions: role.permissions.filter((permission) => permission in act.permissions) })
  }
}

/** Everybody with a role and a login. One password for all: hashing is slow by design. */
export async function seedStaff(act: Act): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  for (const [index, { login, name, body, roles }] of demoStaff().entries()) {
    const staff = await enrolStaff(act, { staffNumber: `ZJ${String(index + 1).padStart(5, '0')}`, name, bodyCode: body })
    for (const [role, scope] of roles) await grantRole(act, staff.id, { role, ...scope })
    await setStaffLogin(act, { staffId: staff.id, loginName: login, passwordHash })
  }
}
