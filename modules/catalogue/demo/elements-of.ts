/** A collected guide as the elements of an implementation. Pure: the same guide gives the same item. */
import type { Elements, FeeStandard, Fees, FlowStep, Question, TimeLimit } from '../contract.ts'
import type { DemoBody } from './bodies.ts'
import { verifiableOnline } from '../rules.ts'
import { complete, noFee, type Special } from './complete.ts'
import { basisOf } from './directory.ts'
import type { SourceGuide } from './guide-source.ts'
import { licenceTypeNamed } from './licence-types.ts'
import { materialOf, situationsOf } from './materials.ts'
import { generalSpecials } from './specials.ts'

type Own = Omit<
  Elements,
  'baseCode' | 'implementingCode' | 'name' | 'itemType' | 'legalBasis' | 'exerciseLevels' | 'bodyCode' | 'form' | 'flow'
>

export function elementsOf(guide: SourceGuide, body: DemoBody): Own {
  const asked = situationsOf(guide)
  const special = honest(guide, { ...generalSpecials(guide), ...complete[guide.id] }, asked.keys)
  const fees = feesOf(guide, special)
  const committed = committedLimit(guide)
  const instant = committed.value === 0
  const statutory = statutoryLimit(guide)
  return {
    ...(guide.level.length > 0 ? { authorityDivision: '省级制定规范并办理法律规定由省级实施的；市级、县级按属地办理。' } : {}),
    bodyNature: body.kind === 'authorised' ? 'authorised' : 'statutory',
    ...(statutory ? { statutoryLimit: statutory } : {}),
    conditions: guide.conditions,
    materials: materialsOf(guide, special, asked.keys),
    jointBodies: [],
    intermediaries: [],
    steps: stepsOf(guide, committed),
    result: resultOf(guide, special),
    fees: fees.fees,
    audiences: audiencesOf(guide),
    caseKind: instant ? 'instant' : 'committed',
    committedLimit: committed,
    ...(special.crossRegionRange ? { crossRegionRange: special.crossRegionRange } : {}),
    handlingForms: special.mode ? ['counter', 'online'] : ['counter'],
    ...(special.mode ? { onlineMode: special.mode } : {}),
    appointment: special.mode !== 'full',
    onlinePayment: fees.fees.charged,
    logistics: { materials: special.mode === 'preview' || special.mode === 'verify', results: delivery(special).includes('courier') },
    runningSystem: { level: body.division === '330000' ? 'province' : 'city' },
    places: [placeOf(body)],
    officeHours: [
      { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
    ],
    consultationPhone: /^\d{5}$/.test(guide.hotline) ? guide.hotline : '12345',
    questionsAndAnswers: answersOf(guide, special),
    complaintPhone: '12345',
    reviewStandard: `符合下列条件的，予以办理：${guide.conditions.join('；')}。`,
    summary: summaryOf(guide),
    themes: special.themes,
    applicationType: /换|延续|期满/.test(guide.name) ? 'renewal' : /转移|变更/.test(guide.name) ? 'change' : 'new',
    keywords: special.keywords,
    visits: special.visits ?? { full: 0, verify: 1, preview: 2, counter: 1 }[special.mode ?? 'counter'],
    realNameLevel: special.realNameLevel ?? 1,
    questions: [...asked.questions.filter(() => !special.situations), ...(special.questions ?? []), ...fees.questions],
    situations: special.situations ?? asked.situations,
    procedures: special.procedures ?? [],
    ...(special.extension ? { extension: special.extension } : {}),
    refusalGrounds: [
      { code: 'notOurs', text: '不属于本机关职权范围，应当向有关行政机关申请。' },
      { code: 'notNeeded', text: '依法不需要办理本事项。' },
      ...(special.refusalGrounds ?? []),
    ],
    handlingModel: special.forwardTo ? 'forward' : 'own',
    ...(special.forwardTo ? { forwardTo: special.forwardTo } : {}),
  }
}

/** An item that asks for what cannot be verified from afar is not 全程网办: the originals are seen once, when the result is handed over. */
function honest(guide: SourceGuide, special: Special, keys: ReadonlyMap<string, string>): Special {
  if (special.mode !== 'full') return special
  const unverifiable = materialsOf(guide, special, keys).some((material) => material.need !== 'optional' && !verifiableOnline(material))
  return unverifiable ? { ...special, mode: 'verify', ...(special.visits === 0 ? { visits: 1 } : {}) } : special
}

const delivery = (special: Special): Elements['result']['delivery'] => special.delivery ?? ['counter', 'courier', 'electronic']

function audiencesOf({ audience }: SourceGuide): Elements['audiences'] {
  return [...(audience.includes('自然人') ? (['person'] as const) : []), ...(audience.includes('法人') ? (['organisation'] as const) : [])]
}

const unitOf = (unit: string | null): TimeLimit['unit'] => (unit === '自然日' ? 'calendarDay' : 'workday')

function statutoryLimit({ statutory, basis }: SourceGuide): TimeLimit | undefined {
  const { days, unit } = statutory
  if (days === null) return undefined
  const said = [basis[0]?.replace(/第.*$/, ''), statutory.basis].filter(Boolean).join(' ').slice(0, 500)
  return { value: days, unit: unitOf(unit), ...(said ? { basis: said } : {}) }
}

/** The promise is an example; it never exceeds the law, and where nothing is promised the law is the promise. */
function committedLimit(guide: SourceGuide): TimeLimit {
  const { days, unit } = guide.promiseExample
  const statutory = statutoryLimit(guide)
  if (unit === '当场' || days === 0) return { value: 0, unit: 'workday' }
  if (days === null)
    return statutory && statutory.value > 0 ? { value: statutory.value, unit: statutory.unit } : { value: 15, unit: 'workday' }
  const promised: TimeLimit = { value: days, unit: unitOf(unit) }
  return statutory && statutory.value > 0 && promised.value > statutory.value ? { value: statutory.value, unit: statutory.unit } : promised
}

function materialsOf(guide: SourceGuide, special: Special, keys: ReadonlyMap<string, string>): Elements['materials'] {
  const basis = guide.basis.flatMap(basisOf)
  return guide.materials.map((source) => {
    const material = materialOf(source, basis, special.situations ? new Map() : keys)
    const situations = special.materialSituations?.[source.seq]
    const need = special.deferrable?.includes(source.seq) ? 'deferrable' : situations ? 'required' : material.need
    return { ...material, need, ...(situations ? { situations } : {}) }
  })
}

const kinds: readonly [RegExp, FlowStep['kind']][] = [
  [/受理|登记(?!发)|收件/, 'acceptance'],
  [/领取|寄递|送达|发放|领证/, 'signature'],
  [/制证|缮证/, 'production'],
  [/决定|发照|核发|颁证|办结|备案|答复|批准|审批|发证/, 'decision'],
  [/支付|划转|入账|放款/, 'completion'],
  [/申请|申报|预约|填报|采集/, 'application'],
]

/** The outer steps only: what the applicant sees. Limits stay within the promise. */
function stepsOf(guide: SourceGuide, committed: TimeLimit): FlowStep[] {
  const steps = guide.steps.map(({ name, limit }, place): FlowStep => {
    const kind = place === 0 ? 'application' : (kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'examination')
    return { kind, name, note: limit ? `${name}：${limit}。` : `${name}。`, who: place === 0 ? '申请人' : '实施机构' }
  })
  const examined = steps.findIndex(({ kind }) => kind === 'examination' || kind === 'decision')
  return steps.map((step, place) => (place === examined ? { ...step, limit: { value: committed.value, unit: committed.unit } } : step))
}

function resultOf(guide: SourceGuide, special: Special): Elements['result'] {
  const licenceType = special.licence ? licenceTypeNamed(special.licence) : undefined
  const { name, validity } = guide.result
  return {
    name,
    kind: licenceType ? 'licence' : /决定|批复|批准|通知|答复/.test(name) ? 'approval' : 'other',
    ...(licenceType ? { licenceType } : {}),
    ...(validity ? { validity } : {}),
    ...(special.validMonths ? { validMonths: special.validMonths } : {}),
    sample: { name: `${name}（样本）`, mediaType: 'text/plain', text: `${name}\n\n持有人：张某某\n编号：（已隐去）\n\n样本` },
    delivery: delivery(special),
  }
}

/** Several amounts of one guide are either alternatives, which a question decides, or all of them due. */
function feesOf(guide: SourceGuide, special: Special): { fees: Fees; questions: Question[] } {
  if (special.fees) return { fees: special.fees, questions: [] }
  const items = (guide.fee.items ?? []).filter((item): item is [string, number] => typeof item[1] === 'number')
  if (!guide.fee.charge || items.length === 0)
    return { fees: { ...noFee, ...(guide.fee.note ? { note: guide.fee.note } : {}) }, questions: [] }
  const standards = items.map(([name, amount], place): FeeStandard => ({
    key: `fee${place + 1}`,
    name,
    rate: { kind: 'fixed', amountFen: amount * 100 },
    when: [],
    reliefs: [],
  }))
  const note = guide.fee.note ? { note: guide.fee.note } : {}
  return {
    fees: { charged: true, stage: 'beforeDecision', standards, basis: [{ title: '价格主管部门核定的收费标准', checked: false }], ...note },
    questions: [],
  }
}

const halls: Record<string, [name: string, address: string]> = {
  '330000': ['浙江省行政服务中心（样例）', '杭州市样例大道1号'],
  '330100': ['杭州市行政服务中心（样例）', '杭州市样例东路18号'],
  '330102': ['上城区政务服务中心', '上城区样例路1号'],
  '330106': ['西湖区政务服务中心（样例）', '西湖区样例路478号'],
}

function placeOf({ division }: DemoBody): Elements['places'][number] {
  const [name, address] = halls[division] ?? ['政务服务中心（样例）', '样例路1号']
  return { name, address, counters: ['综合窗口'] }
}

function answersOf(guide: SourceGuide, special: Special): Elements['questionsAndAnswers'] {
  const byOther = audiencesOf(guide).includes('organisation')
    ? '可以。请法定代表人在“授权管理”中授权经办人。'
    : '需要本人到场的环节不能代办，其余可以委托他人，带上委托书和双方身份证件。'
  return [
    { question: '可以请别人代办吗？', answer: byOther },
    { question: '要跑几趟？', answer: special.mode === 'full' ? '不用跑，全程在网上办理。' : '按预约时间到窗口一趟即可，材料先在网上交。' },
    { question: '办到哪一步了怎么看？', answer: `在“查进度”里输入办件编号，或登录后在“我的办件”查看；也可以拨打 ${guide.hotline} 询问。` },
  ]
}

function summaryOf(guide: SourceGuide): string {
  const [condition] = guide.conditions
  const start = condition ? `${condition.replace(/。$/, '')}的，可以申请` : '可以申请'
  return `${start}，办成后领取${guide.result.name}。`.slice(0, 300)
}
