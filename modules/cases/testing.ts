/** Builders for tests and the demo. They go through the acts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Act, type Actor, type Module } from '@yiwang/kernel'
import { catalogue, publishForm } from '@yiwang/catalogue'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { aMaterial, aPublishedImplementation, type ItemOver } from '@yiwang/catalogue/testing'
import { documents, keepFile } from '@yiwang/documents'
import { identity } from '@yiwang/identity'
import { anOldAccount } from '@yiwang/identity/testing'
import { messages } from '@yiwang/messages'
import { aPostbox, type Postbox } from '@yiwang/messages/testing'
import { logistics } from '@yiwang/logistics'
import { payments } from '@yiwang/payments'
import { organisation } from '@yiwang/organisation'
import { aBody, aStaffMember, homeBody } from '@yiwang/organisation/testing'
import { licences } from '@yiwang/licences'
import { registers } from '@yiwang/registers'
import { seals } from '@yiwang/seals'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { localStore } from '@yiwang/storage'
import { aClerk, aUser, openHall, type Hall, type HallOptions } from '@yiwang/testing'
import { cases } from './index.ts'
import { permissions } from './permissions.ts'
import type { DraftInput } from './contract.ts'

/** A material as the catalogue has it: a certificate of which an original exists. */
export function aCertificate(code: string, over: Partial<Material> = {}): Material {
  return aMaterial({ code, name: `材料${code}`, kind: 'certificate', source: 'government', issuer: '上城区样例局', ...over })
}

/** What `office.item()` asks for: a certificate, and a statement the applicant makes himself. */
export const lease = aCertificate('lease', { name: '租赁合同' })
export const statement = aMaterial({ code: 'statement', name: '承诺书' })

/** One text that is asked for, one that may be left out, and the name, which the personal space knows and locks. */
const formSchema = {
  type: 'object',
  properties: {
    place: { type: 'string', title: '经营场所', minLength: 2, maxLength: 100 },
    name: { type: 'string', title: '姓名', 'x-source': 'population.name', 'x-locked': true },
    idNumber: { type: 'string', title: '证件号码', format: 'person-id', 'x-source': 'population.idNumber', 'x-mask': 'person-id' },
    note: { type: 'string', title: '说明' },
  },
  required: ['place'],
  additionalProperties: false,
}

export interface CaseHall {
  hall: Hall
  /** A published item of the clerk's body: 原件核验, five workdays promised of ten, `lease` and `statement` asked for, unless said otherwise. */
  item(over?: ItemOver): Promise<Implementation>
  postbox: Postbox
  /** A person with an account of level 2, and somebody else. */
  person: Actor
  otherPerson: Actor
  /** A clerk of the body with every permission of this side, and one of another body. */
  clerk: Actor
  otherClerk: Actor
  /** Uploads nothing, but leaves the row of a file as an upload of this level would. */
  aFile(owner: Actor, trustLevel?: 'A' | 'B' | 'C' | 'D'): Promise<string>
}

type TestContext = { onTestFinished(run: () => Promise<void> | void): void }

export interface CaseHallOptions extends Partial<Omit<HallOptions, 'modules'>> {
  permissions?: readonly string[]
  more?: readonly Module[]
}

const house: readonly Module[] = [organisation, messages, documents, registers, identity, seals, catalogue, licences, payments, logistics]
/** What is held by grant, not by nature. */
const grantable = Object.entries(permissions).flatMap(([code, permission]) => ('heldBy' in permission ? [] : [code]))
const otherBodyCode = inventedUscc({ nth: 7 })

/** A hall with a body, its clerk, two persons and the items. */
export async function openCases(t: TestContext, options: CaseHallOptions = {}): Promise<CaseHall> {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'))
  t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { more = [], permissions: held = grantable, outside, ...rest } = options
  const postbox = aPostbox()
  const hall = await openHall(t, {
    modules: [...house, cases, ...more],
    outside: {
      storage: localStore(folder),
      messageGateway: postbox,
      sealPaper: async (_work, { pdf }) => pdf,
      ...outside,
    },
    ...rest,
  })
  const people = await hall.act((act) => settle(act))
  const clerkOf = (id: string, body: string) => aClerk(held, { id, body })
  return {
    hall,
    postbox,
    person: aUser(people.person, { channel: 'portal' }),
    otherPerson: aUser(people.otherPerson),
    clerk: clerkOf(people.clerk, homeBody),
    otherClerk: clerkOf(people.otherClerk, otherBodyCode),
    item: (over) => hall.act((act) => anItem(act, over)),
    aFile: (owner, trustLevel = 'C') => hall.act((act) => aFileRow(act, owner, trustLevel), owner),
  }
}

async function settle(act: Act) {
  await aBody(act, { name: '上城区样例局', shortName: '上城样例' })
  await aBody(act, { code: otherBodyCode, name: '上城区别的局', shortName: '上城别' })
  const clerk = await aStaffMember(act, { name: '王受理' })
  const otherClerk = await aStaffMember(act, { name: '李别处', bodyCode: otherBodyCode })
  const person = await anOldAccount(act)
  const otherPerson = await anOldAccount(act, {
    name: '李测试',
    number: inventedPersonId({ division: '330102', birth: '1991-04-12', order: 2 }),
    phone: '13800000009',
  })
  return { clerk: clerk.id, otherClerk: otherClerk.id, person: person.id, otherPerson: otherPerson.id }
}

/** The visits that go with the form of handling; none at all for what is for the counter only. */
function online({ handlingForms = ['online'], onlineMode = 'verify' }: ItemOver): ItemOver {
  if (!handlingForms.includes('online')) return { onlineMode: null } as unknown as ItemOver
  return { visits: { preview: 2, verify: 1, full: 0 }[onlineMode] }
}

async function anItem(act: Act, over: ItemOver = {}): Promise<Implementation> {
  const form = over.form ?? (await publishForm(act, 'cases-form', { name: '申请表', schema: formSchema }))
  return aPublishedImplementation(act, {
    statutoryLimit: { value: 10, unit: 'workday', basis: '《中华人民共和国样例法》第五条' },
    committedLimit: { value: 5, unit: 'workday' },
    materials: [lease, statement],
    ...online(over),
    ...over,
    form: { key: form.key, version: form.version },
  })
}

async function aFileRow(act: Act, owner: Actor, trustLevel: 'A' | 'B' | 'C' | 'D'): Promise<string> {
  const digest = newId().replaceAll('-', '').padEnd(64, '0')
  const stored = { id: digest, size: 3, sm3: digest }
  const mine = owner.kind === 'user' ? { owner: owner.id } : {}
  const file = await keepFile(act, stored, { name: '附件.pdf', mediaType: 'application/pdf', trustLevel, origin: 'upload', ...mine })
  return file.id
}

/** What a person gives for `office.item()`: a scan of the lease and a statement of his own. */
export async function aWholeApplication(
  office: Pick<CaseHall, 'aFile' | 'person'>,
  by: Actor = office.person,
  over: Partial<DraftInput> = {},
): Promise<DraftInput> {
  const [scan, word] = [await office.aFile(by), await office.aFile(by)]
  return {
    answers: {},
    form: { place: '样例路1号' },
    materials: [
      { code: 'lease', source: 'upload', fileId: scan },
      { code: 'statement', source: 'upload', fileId: word },
    ],
    delivery: { method: 'counter' },
    ...over,
  }
}

/** An application handed in online by the person, through the same requests as his browser's. */
export async function aSubmittedCase(
  office: Pick<CaseHall, 'hall' | 'person' | 'aFile'>,
  item: Implementation,
  over: Partial<DraftInput> = {},
): Promise<string> {
  const visitor = office.hall.as(office.person)
  const draft = await visitor.post('/drafts', { implementationCode: item.implementationCode })
  const whole = await aWholeApplication(office, office.person, over)
  const saved = await visitor.put(`/drafts/${draft.body.id}`, { ...whole, form: { ...draft.body.form, ...whole.form } })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  const answer = await visitor.post(`/drafts/${draft.body.id}/submission`)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.caseNumber
}

/** A case of the clerk's body that has been accepted. */
export async function anAcceptedCase(office: CaseHall, item: Implementation, over: Partial<DraftInput> = {}): Promise<string> {
  const caseNumber = await aSubmittedCase(office, item, over)
  const seen = item.onlineMode === 'preview' ? item.materials.filter(({ kind }) => kind === 'certificate').map(({ code }) => code) : []
  const answer = await office.hall.as(office.clerk).post(`/cases/${caseNumber}/acceptance`, { originalsSeen: seen, deferred: [] })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return caseNumber
}
