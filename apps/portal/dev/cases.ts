import type { CaseLine, ServiceCase } from '@yiwang/cases/contract'
import { makeCaseNumber } from '@yiwang/standards'
import { findDevItem } from './items.ts'

const numberOf = (sequence: number): string => makeCaseNumber({ division: '330106', day: '2026-03-02', sequence })
export const correctingNumber = numberOf(123)
export const acceptedNumber = numberOf(87)
export const deliveredNumber = numberOf(11)

const line = (id: string, caseNumber: string, state: CaseLine['state'], more: Partial<CaseLine> = {}): CaseLine => {
  const item = findDevItem(id)
  return {
    caseNumber,
    implementationCode: item.implementationCode,
    itemName: item.name,
    bodyCode: item.bodyCode,
    bodyName: item.bodyName,
    division: '330106',
    state,
    handling: 'committed',
    onlineMode: 'verify',
    channel: 'portal',
    applicantName: '王秀兰',
    submittedAt: '2026-03-02T10:20:00+08:00',
    since: '2026-03-04T09:00:00+08:00',
    urgency: 'inTime',
    ...more,
  }
}

export const lines: CaseLine[] = [
  line('food-business', correctingNumber, 'correcting'),
  line('individual-register', acceptedNumber, 'accepted', { committedDue: '2026-03-13' }),
  line('medical-remote', deliveredNumber, 'delivered', { decision: 'approved' }),
]

const base = (found: CaseLine): ServiceCase => ({
  ...found,
  revisionId: 'r',
  version: 3,
  applicant: {
    kind: 'person',
    name: '王秀兰',
    number: '330106********1234',
    contact: { name: '王秀兰', number: '330106********1234', agent: false },
  },
  answers: {},
  form: {},
  delivery: { method: 'courier' },
  materials: [
    { id: '1', code: 'm1', name: '食品经营许可申请书', source: 'upload', trustLevel: 'D', fileId: 'f1' },
    { id: '2', code: 'm2', name: '营业执照或者其他主体资格证明文件', source: 'register', trustLevel: 'A' },
    { id: '3', code: 'm3', name: '主要设备设施、经营布局、操作流程等文件', source: 'upload', trustLevel: 'D', fileId: 'f2' },
  ],
  clock: { running: false, entries: [] },
  steps: [{ name: '提交申请', act: 'submit', startedAt: found.submittedAt, endedAt: found.submittedAt, actorName: '王秀兰' }],
  specialProcedures: [],
  corrections: [],
  papers: [{ id: 'p1', kind: 'receipt', title: '收件凭证', number: '收〔2026〕330106-000123', issuedOn: '2026-03-02', sealed: true }],
  tasks: [],
  flow: {
    svg: '',
    stages: [
      { name: '受理', state: 'done' },
      { name: '审查', state: 'current' },
      { name: '现场核查', state: 'open' },
      { name: '决定', state: 'open' },
      { name: '制证送达', state: 'open' },
    ],
  },
  lawful: ['withdraw'],
  stages: [],
  next: 'waitForDecision',
  visits: 0,
  requests: [],
})

export function devCase(number: string | undefined): ServiceCase | undefined {
  const found = lines.find(({ caseNumber }) => caseNumber === number)
  if (!found) return undefined
  if (found.state === 'correcting') {
    const stages = ['受理', '审查', '现场核查', '决定', '制证送达'].map((name, at) => ({
      name,
      state: at === 0 ? ('current' as const) : ('open' as const),
    }))
    return {
      ...base(found),
      next: 'correct',
      stages: [
        { name: '申请', on: '2026-03-02', state: 'done' },
        { name: '补正', on: '2026-03-04', state: 'current' },
        ...['受理', '决定', '办结', '送达'].map((name) => ({ name, state: 'open' as const })),
      ],
      corrections: [
        {
          askedAt: '2026-03-04T09:00:00+08:00',
          dueOn: '2026-03-18',
          items: [
            { code: 'm3', name: '主要设备设施、经营布局、操作流程等文件', what: '布局图缺少洗消间，请补画。' },
            { code: 'm4', name: '食品安全自查、从业人员健康管理等制度', what: '缺少从业人员健康管理制度。' },
          ],
        },
      ],
      steps: [
        ...base(found).steps,
        {
          name: '一次告知补正',
          act: 'requestCorrection',
          startedAt: '2026-03-04T09:00:00+08:00',
          endedAt: '2026-03-04T09:12:00+08:00',
          actorName: '陈建国',
          actorNumber: '0318',
          opinion: '布局图和一份制度需要补齐，其余材料符合要求。',
        },
      ],
      flow: { svg: '', stages },
    }
  }
  if (found.state === 'accepted') {
    return {
      ...base(found),
      stages: [
        { name: '申请', on: '2026-03-02', state: 'done' },
        { name: '受理', on: '2026-03-03', state: 'done' },
        { name: '决定', state: 'current' },
        ...['办结', '送达'].map((name) => ({ name, state: 'open' as const })),
      ],
      steps: [
        ...base(found).steps,
        {
          name: '受理',
          act: 'accept',
          startedAt: '2026-03-03T09:30:00+08:00',
          endedAt: '2026-03-03T09:41:00+08:00',
          actorName: '陈建国',
          actorNumber: '0318',
          opinion: '材料齐全，予以受理。',
        },
        { name: '审查', act: 'step', startedAt: '2026-03-03T14:00:00+08:00', actorName: '李敏', actorNumber: '0442' },
      ],
      clock: {
        running: true,
        committed: { value: 8, unit: 'workday', dueOn: '2026-03-17', elapsed: 4, remaining: 4 },
        entries: [
          { kind: 'start', day: '2026-03-03', ground: '受理' },
          { kind: 'pause', day: '2026-03-05', ground: '现场核查' },
          { kind: 'resume', day: '2026-03-07', ground: '现场核查结束' },
        ],
      },
      papers: [
        ...base(found).papers,
        { id: 'p2', kind: 'acceptance', title: '受理通知书', number: '受〔2026〕330106-000087', issuedOn: '2026-03-03', sealed: true },
      ],
    }
  }
  return {
    ...base(found),
    decision: 'approved',
    decisionReasons: '符合规定条件，准予备案。',
    licenceIdentifier: '1.2.156.3005.2.11100000000013338W019.11330106002500000A.330106202600123.001.X',
    lawful: [],
    next: 'nothing',
    flow: {
      svg: '',
      stages: [
        { name: '受理', state: 'done' },
        { name: '审查', state: 'done' },
        { name: '决定', state: 'done' },
      ],
    },
    steps: [
      ...base(found).steps,
      {
        name: '决定',
        act: 'decide',
        startedAt: '2026-03-03T09:30:00+08:00',
        endedAt: '2026-03-03T09:41:00+08:00',
        actorName: '李敏',
        actorNumber: '0442',
        opinion: '准予备案。',
      },
    ],
  }
}
