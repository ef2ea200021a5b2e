import { messages } from '@yiwang/messages'
import { aPostbox, type Postbox } from '@yiwang/messages/testing'
import { organisation } from '@yiwang/organisation'
import { aStaffMemberWho } from '@yiwang/organisation/testing'
import { registers, type Registers } from '@yiwang/registers'
import { registersKnowing, type KnownPerson } from '@yiwang/registers/testing'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { openHall, type Answer, type Hall, type RequestOptions } from '@yiwang/testing'
import { sql } from 'kysely'
import { authenticateBy, hashPassword, identity, setStaffLogin } from './index.ts'

export const idNumber = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 11 })
export const person: KnownPerson = {
  name: '张测试',
  idNumber,
  sex: 'male',
  ethnicity: '汉',
  bornOn: '1990-03-07',
  address: '上城区样例路1号',
  divisionCode: '330102',
  alive: true,
  phone: '13800000001',
  socialSecurityCard: 'A12345678',
  bankCard: '6222020000000000000',
}
export const uscc = inventedUscc({ nth: 7 })
export const company = {
  uscc,
  name: '杭州样例科技有限公司',
  kind: '企业法人',
  legalRepresentativeName: '张测试',
  legalRepresentativeIdNumber: idNumber,
  registeredAddress: '样例路2号',
  registeredOn: '2020-01-02',
  active: true,
}
export const password = '三只小猪盖房子 2026'

export interface Opened {
  hall: Hall
  postbox: Postbox
}

/** A hall that signs in as the product does, with registers that know one person and her company. */
export async function open(
  t: Parameters<typeof openHall>[0],
  {
    connections = 2,
    known = registersKnowing([person], [company]),
    postbox = aPostbox(),
    requestsPerMinute = 0,
  }: { connections?: number; known?: Registers; postbox?: Postbox; requestsPerMinute?: number } = {},
): Promise<Opened> {
  const hall = await openHall(t, {
    modules: [organisation, messages, registers, identity],
    connections,
    settings: { requestsPerMinute },
    outside: { messageGateway: postbox, registers: known },
    authenticate: authenticateBy,
  })
  return { hall, postbox }
}

export async function codeFor(hall: Hall, postbox: Postbox, phone: string, purpose = 'register'): Promise<string> {
  const asked = await hall.stranger.post('/one-time-codes', { phone, purpose })
  if (asked.status !== 204) throw new Error(`no code was sent: ${JSON.stringify(asked.body)}`)
  await hall.settle()
  const told = postbox.inbox.findLast(({ to, text }) => to === phone && text.includes('验证码'))
  return /\d{6}/.exec(told?.text ?? '')?.[0] ?? ''
}

/** Registers the person whom the register knows, unless said otherwise. */
export async function register(hall: Hall, postbox: Postbox, over: Record<string, string> = {}): Promise<Answer> {
  const phone = over['phone'] ?? '13800000001'
  const code = await codeFor(hall, postbox, phone)
  return hall.stranger.post('/accounts/persons', { name: '张测试', idNumber, phone, code, password, agreement: 'person-2016-1', ...over })
}

export const cookieOf = (answer: Answer) => ({
  headers: { cookie: String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' },
})
export const accounts = async (hall: Hall) =>
  Number((await sql<{ n: string }>`select count(*) as n from identity.account`.execute(hall.house.db)).rows[0]?.n)

/** A member of staff who signed in at the console and holds these permissions over his own body. */
export async function signedInStaff(hall: Hall, permissions: readonly string[], loginName = 'clerk'): Promise<RequestOptions> {
  await hall.act(async (act) => {
    const staff = await aStaffMemberWho(act, permissions)
    await setStaffLogin(act, { staffId: staff.id, loginName, passwordHash: await hashPassword(password) })
  })
  return ofConsole(await hall.stranger.post('/staff-sessions', { loginName, password }))
}

export function ofConsole(answer: Answer): RequestOptions {
  return { headers: { ...cookieOf(answer).headers, 'x-yiwang-app': 'console' } }
}
