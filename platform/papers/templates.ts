import { day, fen, line, list, moment, object, prose } from './shape.ts'
import type { DataOf, ObjectShape } from './shape.ts'
import { certificate } from './certificate.ts'

/** What every notice carries: who gives it to whom, about which case, under which number, and where it can be checked. */
const head = {
  issuer: line,
  documentNumber: line,
  caseNumber: line,
  applicant: line,
  item: line,
  verifyUrl: { type: 'string', pattern: '^https?://[^\\s]{1,300}$' },
} as const
/** `issuedOn` is the legal day of the moment of rendering unless given; `watermark` is printed pale across each page. */
const mayHave = {
  issuedOn: day,
  watermark: { type: 'string', minLength: 1, maxLength: 60 },
  contact: line,
  qrCaption: { type: 'string', minLength: 1, maxLength: 24 },
} as const

/** A decision on what is no licence (确认, 登记, 给付 …) has its own title and says its own act: 准予登记. */
const decision = {
  ...mayHave,
  title: { type: 'string', minLength: 1, maxLength: 20 },
  act: { type: 'string', minLength: 1, maxLength: 20 },
} as const

const material = object({ name: line }, { copies: { type: 'integer', minimum: 0, maximum: 99 }, form: line, note: line })
const materials = list(material, { atLeast: 1 })
/** Where and until when a decision can be fought: 行政复议 and 行政诉讼. */
const remedies = object({ reviewBody: line, reviewWithin: line, court: line, suitWithin: line }, {})

function paper<const S extends ObjectShape>(title: string, data: S) {
  return { title, data } as const
}

/** All papers by name: the title on the sheet and the JSON Schema of what must be given. */
export const templates = {
  receipt: paper(
    '收件凭证',
    object({ ...head, receivedAt: moment, receivedBy: line, materials }, { ...mayHave, channel: line, mobile: line, replyBy: day }),
  ),
  correctionNotice: paper(
    '补正通知书',
    object(
      {
        ...head,
        receivedAt: moment,
        department: line,
        clerk: line,
        committedLimit: line,
        corrections: list(object({ name: line, reason: prose }, { how: prose }), { atLeast: 1 }),
        correctBy: day,
      },
      { ...mayHave, legalBasis: line },
    ),
  ),
  acceptanceNotice: paper(
    '受理通知书',
    object(
      { ...head, acceptedAt: moment, department: line, clerk: line, committedLimit: line, deliveryMode: line, materials },
      { ...mayHave, legalBasis: line, statutoryLimit: line, dueOn: day, deferred: list(line) },
    ),
  ),
  refusalNotice: paper(
    '不予受理通知书',
    object(
      { ...head, handledAt: moment, department: line, clerk: line, reason: prose, legalBasis: prose },
      { ...mayHave, remedies, advice: prose },
    ),
  ),
  paymentNotice: paper(
    '缴费通知单',
    object(
      {
        ...head,
        payer: line,
        fees: list(object({ name: line, standard: line, amount: fen }, { quantity: line, basis: line }), { atLeast: 1, atMost: 60 }),
        total: fen,
        methods: list(line, { atLeast: 1, atMost: 8 }),
        payBy: day,
      },
      { ...mayHave, noticeNumber: line, payUrl: { type: 'string', pattern: '^https?://[^\\s]{1,300}$' }, account: line },
    ),
  ),
  specialProcedureNotice: paper(
    '特别程序告知书',
    object(
      { ...head, procedure: line, reason: prose, legalBasis: prose, startsOn: day, expectedLimit: line, clerk: line },
      { ...mayHave, dueOn: day },
    ),
  ),
  extensionNotice: paper(
    '延期办理通知书',
    object({ ...head, reason: prose, legalBasis: prose, extendedBy: line, formerDueOn: day, dueOn: day, approvedBy: line }, mayHave),
  ),
  approvalDecision: paper(
    '准予行政许可决定书',
    object(
      { ...head, acceptedOn: day, legalBasis: prose, content: prose },
      {
        ...decision,
        licence: line,
        licenceNumber: line,
        validity: line,
        conditions: list(prose, { atMost: 30 }),
        deliveryMode: line,
        remedies,
      },
    ),
  ),
  denialDecision: paper(
    '不予行政许可决定书',
    object({ ...head, acceptedOn: day, reasons: list(prose, { atLeast: 1, atMost: 30 }), legalBasis: prose, remedies }, decision),
  ),
  forwardingDecision: paper(
    '转报决定书',
    object({ ...head, acceptedOn: day, forwardedTo: line, opinion: prose, legalBasis: prose }, { ...decision, materials }),
  ),
  rescissionDecision: paper(
    '撤销行政许可决定书',
    object(
      {
        ...head,
        decidedOn: day,
        decisionNumber: line,
        mismatches: list(object({ name: line, what: prose }, {}), { atLeast: 1, atMost: 100 }),
        reasons: prose,
        legalBasis: prose,
        remedies,
      },
      decision,
    ),
  ),
  closingNotice: paper(
    '终止办理通知书',
    object(
      { ...head, kind: { type: 'string', enum: ['withdrawn', 'lapsed', 'aborted'] }, reason: prose, closedAt: moment, clerk: line },
      { ...mayHave, legalBasis: prose, returned: list(line), remedies },
    ),
  ),
  deliveryReceipt: paper(
    '送达回证',
    object(
      {
        ...head,
        documents: list(object({ name: line, number: line }, { copies: { type: 'integer', minimum: 1, maximum: 99 } }), {
          atLeast: 1,
          atMost: 30,
        }),
        recipient: line,
        address: line,
        mode: line,
      },
      { ...mayHave, deliveredAt: moment, receivedBy: line, relation: line, deliveredBy: line, waybill: line, note: prose },
    ),
  ),
  certificate: paper('证照', certificate),
} as const

export type TemplateName = keyof typeof templates
export type PaperData<T extends TemplateName> = DataOf<(typeof templates)[T]['data']>
