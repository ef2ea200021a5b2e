import type { Settings } from '@yiwang/kernel'
import { registeredPeople } from '../demo/accounts.ts'
import { demoPassword } from '@yiwang/sandbox'
import { demoStaff } from '../demo/staff.ts'

/** `yiwang demo accounts [--json]`: everybody who can sign in to the demo, and with what. People are read from the running sandbox. */
export async function listDemoAccounts(settings: Settings, json: boolean): Promise<number> {
  const people = await registeredPeople(settings.sandboxUrl).catch(() => [])
  const users = people.map(({ kind, name, number, phone }) => ({
    kind,
    name,
    login: kind === 'person' ? phone : number,
    password: demoPassword,
  }))
  const staff = demoStaff().map(({ login, name, title, bodyName }) => ({ login, name, title, body: bodyName, password: demoPassword }))
  if (json) console.log(JSON.stringify({ users, staff }, null, 2))
  else {
    console.log(`口令 password: ${demoPassword}\n\n门户 portal${users.length === 0 ? '（沙箱没有运行 the sandbox is not running）' : ''}`)
    for (const { login, name } of users) console.log(`  ${login.padEnd(24)} ${name}`)
    console.log('\n工作台 console')
    for (const { login, title, body } of staff) console.log(`  ${login.padEnd(32)} ${title}  ${body}`)
  }
  return 0
}
