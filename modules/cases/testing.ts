/** Builders for tests and the demo. They go through the acts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Act, type Actor, type Module } from '@yiwang/kernel'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { documents, keepFile } from '@yiwang/documents'
import { identity } from '@yiwang/identity'
import { anAccount } from '@yiwang/identity/testing'
import { messages } from '@yiwang/messages'
import { aPostbox, type Postbox } from '@yiwang/messages/testing'
import { organisation } from '@yiwang/organisation'
import { aBody, aStaffMember, homeBody } from '@yiwang/organisation/testing'
import { registers } from '@yiwang/registers'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { localStore } from '@yiwang/storage'
import { aClerk, aUser, openHall, type Hall, type HallOptions } from '@yiwang/testing'
import { cases } from './index.ts'
import { permissions } from './permissions.ts'
import type { DraftInput } from './contract.ts'

/** A material as the catalogue has it. */
export function aMaterial(code: string, over: Partial<Material> = {}): Material {
  return {
    code,
    name: `材料${code}`,
    kind: 'certificate',
    form: 'either',
    medium: 'either',
    need: 'required',
    source: 'government',
    originals: 1,
    copies: 0,
    paperSize: 'A4',
    fillingNotes: '无',
    acceptanceStandard: '清晰、完整、在有效期内',
    electronic: true,
    basis: [],
    licenceTypes: [],
    situations: [],
    ...over,
  }
}

let itemCount = 0

/** An item in force: 原件核验, ten workdays by law and five promised, one certificate and one statement, unless said otherwise. */
export function anItem(over: Partial<Implementation> = {}): Implementation {
  itemCount += 1
  const base = `0112${String(itemCount).padStart(3, '0')}000`
  const implementing = `330102000000${homeBody.slice(8, 17)}100`
  return {
    implementationCode: base + implementing,
    revisionId: newId(),
    version: 1,
    state: 'inForce',
    effectiveOn: '2026-01-01',
    bodyName: '上城区样例局',
    division: '330102',
    divisionName: '上城区',
    baseCode: base,
    implementingCode: implementing,
    name: `样例经营许可${itemCount}`,
    itemType: '01',
    legalBasis: [{ title: '《中华人民共和国样例法》', clause: '第五条', checked: true }],
    exerciseLevels: ['county'],
    bodyCode: homeBody,
    bodyNature: 'statutory',
    statutoryLimit: { value: 10, unit: 'workday' },
    committedLimit: { value: 5, unit: 'workday' },
    conditions: ['具备经营场所'],
    materials: [aMaterial('lease', { name: '租赁合同' }), aMaterial('statement', { name: '承诺书', kind: 'form', source: 'applicant' })],
    jointBodies: [],
    intermediaries: [],
    steps: [],
    result: { name: '样例经营许可证', kind: 'licence', delivery: ['counter', 'courier', 'electronic'] },
    fees: { charged: false, standards: [] },
    audiences: ['person', 'organisation'],
    caseKind: 'committed',
    handlingForms: ['counter', 'online'],
    onlineMode: 'verify',
    appointment: true,
    onlinePayment: true,
    logistics: { materials: true, results: true },
    runningSystem: { level: 'province' },
    places: [{ name: '上城区政务服务中心', address: '上城区样例路1号', counters: ['A01'] }],
    officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    consultationPhone: '0571-00000000',
    questionsAndAnswers: [],
    complaintPhone: '0571-00000001',
    reviewStandard: '材料齐全、符合法定形式',
    summary: '办理样例经营许可',
    themes: [],
    applicationType: 'new',
    keywords: [],
    visits: 1,
    realNameLevel: 1,
    questions: [],
    situations: [],
    procedures: [],
    refusalGrounds: [{ code: 'notNeeded', text: '申请事项依法不需要取得行政许可' }],
    handlingModel: 'own',
    ...over,
  } as Implementation
}

/** The form of `anItem({ form: aForm })`: one text that is asked for, one that comes from the personal space and is locked. */
export const aForm = { key: 'sample-form', version: 1 }
const formDefinition = {
  type: 'object',
  properties: {
    place: { type: 'string', title: '经营场所', minLength: 2, maxLength: 100 },
    name: { type: 'string', title: '姓名', 'x-source': 'population.name', 'x-locked': true },
    note: { type: 'string', title: '说明' },
  },
  required: ['place'],
  additionalProperties: false,
}

/** A shelf of items that stands for the catalogue. A later revision put on it takes the place of the earlier one. */
export function aShelf(...items: Implementation[]) {
  const revisions = new Map<string, Implementation>()
  const current = new Map<string, Implementation>()
  const put = (item: Implementation) => {
    revisions.set(item.revisionId, item)
    current.set(item.implementationCode, item)
  }
  items.forEach(put)
  return {
    put,
    implementation: async (_tx: unknown, code: string) => current.get(code),
    revision: async (_tx: unknown, id: string) => revisions.get(id) as Implementation,
    form: async () => formDefinition as unknown,
  }
}

export interface CaseHall {
  hall: Hall
  shelf: ReturnType<typeof aShelf>
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
  items?: Implementation[]
  permissions?: readonly string[]
  more?: readonly Module[]
}

const house: readonly Module[] = [organisation, messages, documents, registers, identity]
const otherBodyCode = inventedUscc({ nth: 7 })

/** A hall with a body, its clerk, two persons and the items. */
export async function openCases(t: TestContext, options: CaseHallOptions = {}): Promise<CaseHall> {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'))
  t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { items = [], more = [], permissions: held = Object.keys(permissions), outside, ...rest } = options
  const shelf = aShelf(...items)
  const postbox = aPostbox()
  const hall = await openHall(t as Parameters<typeof openHall>[0], {
    modules: [...house, cases, ...more],
    outside: {
      storage: localStore(folder),
      messageGateway: postbox,
      sealPaper: async (_work, { pdf }) => pdf,
      caseItems: shelf,
      caseLicences: { validOf: async () => [] },
      ...outside,
    },
    ...rest,
  })
  const people = await hall.act((act) => settle(act))
  const clerkOf = (id: string, body: string) => aClerk(held, { id, body })
  return {
    hall,
    shelf,
    postbox,
    person: aUser(people.person, { channel: 'portal' }),
    otherPerson: aUser(people.otherPerson),
    clerk: clerkOf(people.clerk, homeBody),
    otherClerk: clerkOf(people.otherClerk, otherBodyCode),
    aFile: (owner, trustLevel = 'C') => hall.act((act) => aFileRow(act, owner, trustLevel), owner),
  }
}

async function settle(act: Act) {
  await aBody(act, { name: '上城区样例局', shortName: '上城样例' })
  await aBody(act, { code: otherBodyCode, name: '上城区别的局', shortName: '上城别' })
  const clerk = await aStaffMember(act, { name: '王受理' })
  const otherClerk = await aStaffMember(act, { name: '李别处', bodyCode: otherBodyCode })
  const person = await anAccount(act)
  const otherPerson = await anAccount(act, {
    name: '李测试',
    number: inventedPersonId({ division: '330102', birth: '1991-04-12', order: 2 }),
    phone: '13800000009',
  })
  return { clerk: clerk.id, otherClerk: otherClerk.id, person: person.id, otherPerson: otherPerson.id }
}

async function aFileRow(act: Act, owner: Actor, trustLevel: 'A' | 'B' | 'C' | 'D'): Promise<string> {
  const digest = newId().replaceAll('-', '').padEnd(64, '0')
  const stored = { id: digest, size: 3, sm3: digest } as Parameters<typeof keepFile>[1]
  const mine = owner.kind === 'user' ? { owner: owner.id } : {}
  const file = await keepFile(act, stored, { name: '附件.pdf', mediaType: 'application/pdf', trustLevel, origin: 'upload', ...mine })
  return file.id
}

/** What a person gives for `anItem()`: a scan of the lease and a statement of his own. */
export async function aWholeApplication(office: CaseHall, by: Actor = office.person, over: Partial<DraftInput> = {}): Promise<DraftInput> {
  const [lease, statement] = [await office.aFile(by), await office.aFile(by)]
  return {
    answers: {},
    form: {},
    materials: [
      { code: 'lease', source: 'upload', fileId: lease },
      { code: 'statement', source: 'upload', fileId: statement },
    ],
    delivery: { method: 'counter' },
    ...over,
  }
}

/** An application handed in online by the person, through the same requests as his browser's. */
export async function aSubmittedCase(office: CaseHall, item: Implementation, over: Partial<DraftInput> = {}): Promise<string> {
  const visitor = office.hall.as(office.person)
  const draft = await visitor.post('/drafts', { implementationCode: item.implementationCode })
  const saved = await visitor.put(`/drafts/${draft.body.id}`, await aWholeApplication(office, office.person, over))
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
