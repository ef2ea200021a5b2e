import { demoBodies as departments, type DemoBody } from '@yiwang/catalogue/demo'
import type { Act } from '@yiwang/kernel'
import { hashPassword, setStaffLogin } from '@yiwang/identity'
import { enrolStaff, grantRole } from '@yiwang/organisation'
import type { RoleScope } from '@yiwang/organisation/contract'
import { demoPassword } from '@yiwang/sandbox'
import { agencyCode, departmentCode } from './bodies.ts'

interface DemoPost {
  login: string
  name: string
  title: string
  roles: readonly (readonly [role: string, scope?: RoleScope])[]
}

export interface DemoStaff extends DemoPost {
  body: string
  bodyName: string
}

const county = '330102'

/** market for the district of the demo, market330106 for the next, market3301 for the city. */
export function prefixOf({ line, division }: DemoBody): string {
  return (division === county ? line : `${line}${division.replace(/(00)+$/, '')}`).toLowerCase()
}

/** What people of a department do: receive, examine, decide, make the licence, keep the item. */
function departmentStaff(body: DemoBody): DemoStaff[] {
  const prefix = prefixOf(body)
  const posts: DemoPost[] = [
    { login: `${prefix}.counter`, name: '窗小样', title: '窗口人员', roles: [['counterClerk']] },
    { login: `${prefix}.examiner`, name: '审小样', title: '审查人员', roles: [['examiner'], ['inspector'], ['itemEditor']] },
    { login: `${prefix}.decider`, name: '决小样', title: '负责人', roles: [['decider']] },
    { login: `${prefix}.maker`, name: '制小样', title: '制证和印章', roles: [['licenceClerk'], ['sealApplicant']] },
    { login: `${prefix}.cashier`, name: '财小样', title: '收费财务人员', roles: [['cashier']] },
  ]
  return posts.map((post) => ({ ...post, body: departmentCode(body), bodyName: body.name }))
}

/** Who keeps the house: each of these may do one kind of thing, none all. */
function houseStaff(): DemoStaff[] {
  const wide: RoleScope = { divisions: ['330000'] }
  const at = (
    login: string,
    name: string,
    title: string,
    agency: Parameters<typeof agencyCode>[0],
    roles: DemoPost['roles'],
    place = '330000',
  ): DemoStaff => ({
    login,
    name,
    title,
    roles,
    body: agencyCode(agency, place),
    bodyName: agency === 'administration' ? '政务服务管理办公室' : agency === 'establishment' ? '机构编制委员会办公室' : '司法局',
  })
  return [
    at('system', '系样例', '系统管理员', 'administration', [['systemAdministrator', wide]]),
    at('security', '安样例', '安全管理员', 'administration', [['securityAdministrator', wide]]),
    at('audit', '计样例', '审计管理员', 'administration', [['auditAdministrator', wide]]),
    at('manager', '管样例', '政务服务管理人员', 'administration', [['serviceAdministrator', wide]]),
    at('head', '首样例', '政务服务管理机构负责人', 'administration', [['administrationHead', wide]]),
    at('seals', '印样例', '印章管理人员', 'administration', [['sealKeeper', wide]]),
    at('directory', '编样例', '目录管理人员（编制）', 'establishment', [['directoryKeeper', wide]]),
    at('legal', '法样例', '目录管理人员（法制）', 'legal', [['directoryKeeper', wide]]),
    at('onestop', '综样例', '综合窗口人员', 'administration', [['counterClerk', { divisions: [county] }]], county),
  ]
}

export function demoStaff(): DemoStaff[] {
  return [...houseStaff(), ...departments.flatMap(departmentStaff)]
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
