import { registeredPeople } from '../demo/accounts.ts'
import { demoPassword } from '@yiwang/sandbox'
import { demoStaff } from '../demo/staff.ts'

/** `yiwang demo accounts [--json]`: everybody who can sign in to the demo, and with what. They are the same at every start. */
export function listDemoAccounts(json: boolean): number {
  const users = registeredPeople().map(({ kind, name, number, phone }) => ({
    kind,
    name,
    login: kind === 'person' ? phone : number,
    password: demoPassword,
  }))
  const staff = demoStaff().map(({ login, name, title, bodyName }) => ({ login, name, title, body: bodyName, password: demoPassword }))
  if (json) console.log(JSON.stringify({ users, staff }, null, 2))
  else {
    console.log(`口令 password: ${demoPassword}\n\n门户 portal`)
    for (const { login, name } of users) console.log(`  ${login.padEnd(24)} ${name}`)
    console.log('\n工作台 console')
    for (const { login, title, body } of staff) console.log(`  ${login.padEnd(32)} ${title}  ${body}`)
  }
  return 0
}
