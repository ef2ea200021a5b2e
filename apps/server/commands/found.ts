import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { firstPassword, hashPassword, setStaffLogin } from '@yiwang/identity'
import { systemActor, wasPerformed, type Act, type Settings } from '@yiwang/kernel'
import { enrolStaff, grantRole, loadDivisions, registerBody } from '@yiwang/organisation'
import { parseDivisionRows } from '@yiwang/standards'
import { openInstallation } from '../composition.ts'
import { defineDefaultRoles } from '../default-roles.ts'
import { readFounding, type Founding } from './founding.ts'

const by = systemActor('founding')
const act = 'installation.found'
/** 三权分立 (GB/T 22239): none of the three can give himself what another keeps. */
const roles = { system: 'systemAdministrator', security: 'securityAdministrator', audit: 'auditAdministrator' } as const

interface Login {
  loginName: string
  password: string
}

/**
 * `yiwang found FILE`: divisions, the body that keeps the platform, the roles and the three administrators of an installation that has nobody yet.
 * Their passwords are printed this once and must be changed at the first sign-in; everything after that is done in the console.
 * @throws Error when it was founded before, or naming what is wrong in the file
 */
export async function found(settings: Settings, file: string): Promise<number> {
  const founding = readFounding(readFileSync(file, 'utf8'))
  const divisions = readFileSync(resolve(dirname(file), founding.divisions), 'utf8')
  const logins = Object.values(founding.administrators).map(({ loginName }) => ({ loginName, password: firstPassword() }))
  const hashes = await Promise.all(logins.map(({ password }) => hashPassword(password)))
  const { house, close } = await openInstallation({ settings: { ...settings, logLevel: 'warn' }, works: false })
  try {
    await house.perform({ act, by, subject: { body: founding.body.code } }, async (act) => {
      await requireNew(act)
      await loadDivisions(act, parseDivisionRows(divisions))
      await registerBody(act, founding.body)
      await defineDefaultRoles(act)
      await appoint(act, founding, hashes)
    })
  } finally {
    await close()
  }
  say(logins)
  return 0
}

async function requireNew(desk: Act): Promise<void> {
  if ((await wasPerformed(desk, act)) || (await wasPerformed(desk, 'demo.staff'))) throw new Error('this installation has been founded')
}

async function appoint(act: Act, { body, administrators }: Founding, hashes: readonly string[]): Promise<void> {
  for (const [index, [kind, { staffNumber, name, loginName }]] of Object.entries(administrators).entries()) {
    const staff = await enrolStaff(act, { staffNumber, name, bodyCode: body.code })
    await grantRole(act, staff.id, { role: roles[kind as keyof typeof roles], divisions: [body.division] })
    await setStaffLogin(act, { staffId: staff.id, loginName, passwordHash: hashes[index] ?? '', mustChange: true })
  }
}

function say(logins: readonly Login[]): void {
  console.log(
    '以下初始口令只显示这一次，首次登录须修改。These first passwords are shown this once and must be changed at the first sign-in.\n',
  )
  for (const { loginName, password } of logins) console.log(`  ${loginName.padEnd(20)} ${password}`)
}
