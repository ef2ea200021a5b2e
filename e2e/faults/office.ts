/** Who handles the cases of these stories and what is applied for: fee, licence, courier and flow in one item. Made through the acts. */
import { aMaterial, aPublishedImplementation, soundElements, type ItemOver } from '@yiwang/catalogue/testing'
import { startSession } from '@yiwang/identity'
import { anAccount } from '@yiwang/identity/testing'
import { systemActor, type Act, type House } from '@yiwang/kernel'
import { aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { grantRole, defineRole } from '@yiwang/organisation'
import { aBody, aStaffMember, homeBody } from '@yiwang/organisation/testing'
import { modules } from '@yiwang/server'
import { aSealInUse } from '@yiwang/seals/testing'
import { inventedPersonId } from '@yiwang/standards/testing'

export interface Office {
  clerk: string
  examiner: string
  decider: string
  /** Tokens of people with accounts. */
  people: string[]
  item: string
}

/** What must stand in no log: names, numbers and telephones that are nowhere else. */
export const names = ['欧阳独特', '司马稀有', '上官罕见', '诸葛无双', '慕容绝版', '东方唯一']
export const phones = names.map((_, index) => `1391357246${index}`)
export const numbers = names.map((_, index) => inventedPersonId({ division: '330102', birth: '1988-11-17', order: 101 + 2 * index }))

/** What of a person of the story stands in a text. */
export function personalIn(text: string): string[] {
  return [...names, ...numbers, ...phones, ...numbers.map((number) => number.slice(0, 14))].filter((one) => text.includes(one))
}

const handling = modules
  .filter(({ name }) => name === 'cases')
  .flatMap(({ permissions = {} }) => Object.entries(permissions).flatMap(([code, one]) => (one.heldBy ? [] : [code])))

const fees = {
  charged: true,
  stage: 'atDelivery',
  standards: [{ key: 'card', name: '工本费', rate: { kind: 'fixed', amountFen: 2000 }, when: [], reliefs: [] }],
  basis: [{ title: '样例批文' }],
} as unknown as NonNullable<ItemOver['fees']>

export async function plantOffice(house: House): Promise<Office> {
  const office = await house.perform({ act: 'test.plant', by: systemActor('test') }, plant)
  await aSealInUse(house, { bodyCode: homeBody })
  return office
}

async function plant(act: Act): Promise<Office> {
  await aBody(act, { name: '上城区样例局', shortName: '上城样例' })
  await aLicenceType(act, { fields: [] })
  for (const code of ['examiner', 'decider']) await defineRole(act, code, { name: code, permissions: handling })
  const { implementationCode: item } = await aPublishedImplementation(act, {
    materials: [aMaterial({ code: 'statement', name: '承诺书' })],
    onlineMode: 'full',
    visits: 0,
    result: { ...soundElements.result, licenceType: aTypeCode },
    fees,
  })
  const people: string[] = []
  for (const [index, name] of names.entries()) {
    const account = await anAccount(act, { name, number: numbers[index] ?? '', phone: phones[index] ?? '' })
    people.push(await startSession(act, 'user', account.id, { channel: 'portal', device: 'test' }))
  }
  return {
    clerk: await aClerk(act, 'examiner'),
    examiner: await aClerk(act, 'examiner'),
    decider: await aClerk(act, 'decider'),
    people,
    item,
  }
}

async function aClerk(act: Act, role: string): Promise<string> {
  const staff = await aStaffMember(act)
  await grantRole(act, staff.id, { role })
  return startSession(act, 'staff', staff.id, { channel: 'counter', device: 'test' })
}
