import type { Elements } from '@yiwang/catalogue/contract'
import { choice, choices, group, limit, maybe, money, number, rows, tags, themes, text, yesNo, type Fields, type Kind } from './kinds.ts'

const levels = ['nation', 'province', 'city', 'county', 'township', 'village'] as const
const basis = rows('title', { title: text(300), clause: text(300), checked: yesNo })
const attachment = group({
  name: text(200),
  mediaType: choice('mediaType', 'text/plain'),
  text: text(4000, true),
})
const clauses = rows('question', { question: text(60), in: tags })
const definition = group({ key: text(60), version: number(1, 100_000) })

const material: Fields = {
  name: text(200),
  code: text(60),
  need: choice('materialNeed', 'required', 'optional', 'deferrable'),
  kind: choice('materialKind', 'certificate', 'form', 'other'),
  form: choice('materialForm', 'original', 'copy', 'either'),
  medium: choice('medium', 'paper', 'electronic', 'either'),
  originals: number(0, 50),
  copies: number(0, 50),
  paperSize: text(100),
  source: choice('materialSource', 'applicant', 'government', 'intermediary', 'other'),
  issuer: text(200),
  electronic: yesNo,
  fillingNotes: text(1000, true),
  acceptanceStandard: text(1000, true),
  situations: tags,
  licenceTypes: tags,
  register: maybe('materialRegister', 'person', 'organisation', 'socialSecurity', 'realEstate', 'marriage'),
  basis,
  sample: attachment,
  blankForm: attachment,
  catchAllReason: text(500),
}

const rate: Kind = {
  kind: 'variant',
  on: 'kind',
  words: 'rate',
  variants: {
    fixed: { amountFen: money },
    perUnit: { amountFen: money, quantity: group({ name: text(60), unit: text(20), field: text(60) }), leastFen: money, mostFen: money },
    stepped: {
      how: choice('rateHow', 'cumulative', 'whole'),
      quantity: group({ name: text(60), unit: text(20), field: text(60) }),
      steps: rows('upTo', { upTo: text(20), amountFen: money, perUnit: yesNo }),
    },
  },
}

/** Every element of appendix 1 and what the platform keeps besides, in the section in which it is edited. */
export const sections = {
  basic: {
    baseCode: text(10),
    implementingCode: text(24),
    name: text(200),
    itemType: text(2),
    legalBasis: basis,
    exerciseLevels: choices('level', ...levels),
    authorityDivision: text(2000, true),
    exerciseContent: text(2000, true),
    bodyCode: text(18),
    bodyNature: choice('bodyNature', 'statutory', 'authorised', 'entrusted'),
    audiences: choices('audience', 'person', 'organisation'),
    applicationType: choice('applicationType', 'new', 'change', 'renewal', 'cancellation', 'other'),
    summary: text(300, true),
    keywords: tags,
    themes,
  },
  conditions: {
    conditions: { kind: 'texts', max: 1000 },
    reviewStandard: text(2000, true),
    quantityLimit: group({ quantity: number(1, 1_000_000_000), period: choice('quantityPeriod', 'year', 'total'), basis: text(300) }),
    refusalGrounds: rows('text', { code: text(60), text: text(300) }),
  },
  materials: {
    questions: rows('text', {
      text: text(200),
      key: text(60),
      help: text(500),
      many: yesNo,
      required: yesNo,
      options: rows('label', { value: text(60), label: text(100) }),
    }),
    situations: rows('name', { name: text(100), key: text(60), when: clauses }),
    materials: rows('name', material),
  },
  process: {
    caseKind: choice('caseKind', 'instant', 'committed'),
    statutoryLimit: limit,
    committedLimit: limit,
    extension: limit,
    procedures: rows('name', { kind: choice('procedureKind', 'A', 'B'), name: text(60), limit, basis: text(300) }),
    steps: rows('name', {
      kind: choice(
        'stepKind',
        'application',
        'correction',
        'preReview',
        'acceptance',
        'examination',
        'decision',
        'payment',
        'production',
        'logistics',
        'completion',
        'signature',
      ),
      name: text(60),
      note: text(500, true),
      limit,
      who: text(100),
    }),
    flow: definition,
    examinedIn: maybe('examinedIn', 'platform', 'ownSystem'),
    handlingModel: choice('handlingModel', 'own', 'firstReview', 'joint', 'forward'),
    forwardTo: text(100),
    jointBodies: rows('name', { name: text(100), code: text(18), part: text(300) }),
    intermediaries: rows('name', { name: text(200), basis: text(300), phone: text(60) }),
  },
  result: {
    result: group({
      name: text(200),
      kind: choice('resultKind', 'licence', 'approval', 'other'),
      licenceType: text(21),
      supersedes: maybe('supersedes', 'renew', 'change', 'reissue'),
      validity: text(200),
      validMonths: number(1, 1200),
      delivery: choices('delivery', 'counter', 'courier', 'electronic'),
      sample: attachment,
    }),
    fees: group({
      charged: yesNo,
      stage: maybe('feeStage', 'beforeDecision', 'atDelivery'),
      standards: rows('name', {
        key: text(60),
        name: text(200),
        rate,
        when: clauses,
        reliefs: rows('name', { key: text(60), name: text(200), percentOff: number(1, 100), when: clauses, basis: text(300) }),
      }),
      basis: rows('title', { title: text(300), number: text(100), checked: yesNo }),
      note: text(500, true),
      payAt: text(300),
    }),
  },
  service: {
    handlingForms: choices('handlingForm', 'counter', 'online'),
    onlineMode: maybe('onlineMode', 'preview', 'verify', 'full'),
    form: definition,
    realNameLevel: number(1, 3),
    visits: number(0, 10),
    crossRegionRange: maybe('crossRegion', 'nation', 'crossProvince', 'crossCity', 'crossCounty'),
    appointment: yesNo,
    onlinePayment: yesNo,
    logistics: group({ materials: yesNo, results: yesNo }),
    runningSystem: group({ level: choice('level', 'nation', 'province', 'city'), name: text(100) }),
  },
  place: {
    places: rows('name', { name: text(100), address: text(200), counters: tags, phone: text(60) }),
    officeHours: rows('from', { days: choices('weekday', 1, 2, 3, 4, 5, 6, 7), from: text(5), to: text(5) }),
    consultationPhone: text(60),
    complaintPhone: text(60),
    questionsAndAnswers: rows('question', { question: text(300), answer: text(2000, true) }),
  },
} as const satisfies Record<string, Partial<Record<keyof Elements, Kind>>>

export type SectionKey = keyof typeof sections
export const sectionKeys = Object.keys(sections) as SectionKey[]

export function sectionOf(field: string): SectionKey | undefined {
  return sectionKeys.find((key) => field in sections[key])
}

/** How a field is edited and read; what no section has is plain text. */
export function kindOf(field: string): Kind {
  const section = sectionOf(field)
  return (section && (sections[section] as Readonly<Record<string, Kind>>)[field]) ?? text(1000)
}
