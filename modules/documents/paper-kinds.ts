import { templates, type TemplateName } from '@yiwang/papers'

/** The word each kind of paper has in its document number: 上城市监受字〔2026〕0000123号. */
const words = {
  receipt: '收',
  correctionNotice: '补',
  acceptanceNotice: '受',
  refusalNotice: '不受',
  paymentNotice: '缴',
  specialProcedureNotice: '特',
  extensionNotice: '延',
  approvalDecision: '准',
  denialDecision: '不准',
  forwardingDecision: '转',
  rescissionDecision: '撤',
  closingNotice: '终',
  deliveryReceipt: '送',
} as const satisfies Partial<Record<TemplateName, string>>

/** The papers of a case; a certificate is a licence and has its number from the library. */
export type PaperKind = keyof typeof words

export function paperNumber(kind: PaperKind, bodyWord: string, year: number, sequence: number): string {
  return `${bodyWord}${words[kind]}字〔${year}〕${String(sequence).padStart(7, '0')}号`
}

export function paperTitle(kind: string): string {
  return kind in templates ? templates[kind as TemplateName].title : kind
}
