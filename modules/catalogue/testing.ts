/** Builders for others' tests. They go through the acts. */
import { systemActor, type Act } from '@yiwang/kernel'
import { findBody } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import type { ApprovalInput, DirectoryEntry, Elements, EntryRow, Implementation, Material } from './contract.ts'
import { enterDirectory } from './directory/enter-directory.ts'
import { knownCodes } from './directory/directory-queries.ts'
import { getEntry } from './directory/directory-store.ts'
import {
  approve,
  approveFlow,
  changeDraft,
  deployFlow,
  draftImplementation,
  getImplementation,
  publish,
  publishForm,
  submitForApproval,
} from './index.ts'
import { simpleFlow } from './demo/flow-bpmn.ts'

export { flowBpmn } from './demo/flow-bpmn.ts'

const basis = { title: '中华人民共和国行政许可法', clause: '第十二条', checked: true }
/** The same act, done by another: approval is never by who filled in. */
const by = (act: Act, name: string): Act => ({ ...act, by: systemActor(name) })

export async function aDirectoryEntry(act: Act, over: Partial<EntryRow> = {}): Promise<DirectoryEntry> {
  const row: EntryRow = {
    baseCode: 'XK00101000',
    division: '330000',
    name: '食品经营许可',
    itemType: 'XK',
    legalBasis: [basis],
    levels: ['city', 'county'],
    ...over,
  }
  const { faults } = await enterDirectory(act, [row])
  if (faults.length > 0) throw new Error(`the entry is not sound: ${JSON.stringify(faults)}`)
  return getEntry(act.tx, row.baseCode)
}

export function aMaterial(over: Partial<Material> = {}): Material {
  return {
    code: 'application',
    name: '食品经营许可申请书',
    kind: 'form',
    form: 'original',
    medium: 'either',
    need: 'required',
    source: 'applicant',
    originals: 1,
    copies: 0,
    paperSize: 'A4',
    fillingNotes: '按样本如实填写，由申请人签字。',
    acceptanceStandard: '内容完整，字迹清楚。',
    electronic: true,
    basis: [basis],
    sample: { name: '填写样本', mediaType: 'text/plain', text: '申请人：张某某；经营场所：某路某号。' },
    licenceTypes: [],
    situations: [],
    ...over,
  }
}

/** Whole and sound: an own committed item of 上城区, handled online with originals shown at pick-up, free of charge. */
export const soundElements: Omit<
  Elements,
  'baseCode' | 'implementingCode' | 'name' | 'itemType' | 'bodyCode' | 'legalBasis' | 'exerciseLevels'
> = {
  authorityDivision: '市级负责跨区经营，区级负责本行政区域。',
  bodyNature: 'statutory',
  statutoryLimit: { value: 20, unit: 'workday', basis: '《中华人民共和国行政许可法》第四十二条' },
  conditions: ['有与经营的食品品种、数量相适应的场所。'],
  materials: [aMaterial()],
  jointBodies: [],
  intermediaries: [],
  steps: [
    { kind: 'application', name: '申请', note: '网上填写并上传材料。' },
    { kind: 'acceptance', name: '受理', note: '五个工作日内告知。' },
    { kind: 'examination', name: '审查', note: '书面审查和现场核查。', limit: { value: 5, unit: 'workday' } },
    { kind: 'decision', name: '决定', note: '作出决定并送达。', limit: { value: 3, unit: 'workday' } },
  ],
  result: {
    name: '食品经营许可证',
    kind: 'licence',
    licenceType: '11330102002500287C001',
    validity: '五年',
    validMonths: 60,
    sample: { name: '证照样本', mediaType: 'text/plain', text: '食品经营许可证（样本），经营者：某某店。' },
    delivery: ['counter', 'courier', 'electronic'],
  },
  fees: { charged: false, standards: [], basis: [] },
  audiences: ['person', 'organisation'],
  caseKind: 'committed',
  committedLimit: { value: 8, unit: 'workday' },
  crossRegionRange: 'crossCounty',
  handlingForms: ['counter', 'online'],
  onlineMode: 'verify',
  appointment: true,
  onlinePayment: true,
  logistics: { materials: true, results: true },
  runningSystem: { level: 'city' },
  places: [{ name: '上城区政务服务中心', address: '上城区样例路1号', counters: ['A01'] }],
  officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  consultationPhone: '0571-12345678',
  questionsAndAnswers: [{ question: '可以请人代办吗？', answer: '可以，代办人带委托书和双方身份证件。' }],
  complaintPhone: '12345',
  reviewStandard: '场所、设备和制度符合食品安全要求。',
  summary: '开饭店、卖食品之前要办的许可。',
  themes: ['P08', 'C02'],
  applicationType: 'new',
  keywords: ['开饭店'],
  visits: 1,
  realNameLevel: 1,
  questions: [],
  situations: [],
  procedures: [{ kind: 'B', name: '实地核查', limit: { value: 10, unit: 'workday' } }],
  extension: { value: 10, unit: 'workday', basis: '《中华人民共和国行政许可法》第四十二条' },
  refusalGrounds: [{ code: 'notInScope', text: '依法不需要取得许可。' }],
  handlingModel: 'own',
}

/** All four points of every material seen and found in order. */
export function reviewOf(materials: readonly Material[] = []): ApprovalInput {
  const good = { reasonable: true, necessary: true, timely: true, complete: true }
  return { opinion: '合法有效，同意。', materials: Object.fromEntries(materials.map(({ code }) => [code, good])) }
}

/** `undefined` takes away what the sound item has. */
export type ItemOver = { [K in keyof Elements]?: Elements[K] | undefined } & { division?: string }

/** Drawn up, approved by another, and published: an item people can apply for. Plants directory, body, form and flow as needed. */
export async function aPublishedImplementation(act: Act, over: ItemOver = {}): Promise<Implementation> {
  const implementationCode = await anApprovedDraft(act, over)
  await publish(by(act, 'test-publisher'), implementationCode)
  return getImplementation(act.tx, implementationCode)
}

export async function anApprovedDraft(act: Act, over: ItemOver = {}): Promise<string> {
  const implementationCode = await aDraft(act, over)
  await submitForApproval(by(act, 'test-drafter'), implementationCode)
  const materials = over.materials ?? soundElements.materials
  await approve(by(act, 'test-keeper'), implementationCode, reviewOf(materials))
  return implementationCode
}

let entries = 101

/** Filled in, but not handed in. Each call takes up an entry of its own unless `baseCode` names one. */
export async function aDraft(act: Act, over: ItemOver = {}): Promise<string> {
  const { bodyCode = homeBody, division, name, legalBasis, exerciseLevels, ...elements } = over
  if (!(await findBody(act.tx, bodyCode))) await aBody(act, { code: bodyCode })
  entries += 1
  const baseCode = over.baseCode ?? `${over.itemType ?? 'XK'}${String(entries).padStart(5, '0')}000`
  const entry = {
    baseCode,
    itemType: baseCode.slice(0, 2),
    ...(name ? { name } : {}),
    ...(legalBasis ? { legalBasis } : {}),
    ...(exerciseLevels ? { levels: exerciseLevels } : {}),
  }
  if (!(await knownCodes(act.tx, [baseCode])).has(baseCode)) await aDirectoryEntry(act, entry)
  const drafter = by(act, 'test-drafter')
  const draft = await draftImplementation(drafter, { baseCode, bodyCode, ...(division ? { division } : {}), elements: soundElements })
  const form = over.form ?? (await aForm(act))
  const flow = 'flow' in over ? over.flow : await aFlow(act, bodyCode)
  const change = Object.entries({ ...elements, form, flow }).map(([field, value]) => [field, value ?? null])
  await changeDraft(drafter, draft.implementationCode, Object.fromEntries(change))
  return draft.implementationCode
}

export async function aForm(act: Act, key = 'simple'): Promise<{ key: string; version: number }> {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['shopName'],
    properties: {
      shopName: { type: 'string', title: '经营场所名称', minLength: 1, maxLength: 100 },
      area: { type: 'number', title: '面积（平方米）', minimum: 0 },
    },
  }
  const form = await publishForm(act, key, { name: '申请表', schema })
  return { key, version: form.version }
}

/** Examination, then decision by another person; one for each body. */
export async function aFlow(
  act: Act,
  bodyCode = homeBody,
  key = `flow-${bodyCode.slice(8, 17).toLowerCase()}`,
): Promise<{ key: string; version: number }> {
  const flow = await deployFlow(by(act, 'test-drafter'), key, { bodyCode, bpmn: simpleFlow({ key, name: '一般流程' }) })
  await approveFlow(by(act, 'test-administration'), key, flow.version, { reason: '同意' })
  return { key, version: flow.version }
}
