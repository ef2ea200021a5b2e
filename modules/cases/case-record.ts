import type { Answers } from '@yiwang/catalogue/contract'
import type { Limit } from '@yiwang/standards'
import type { CaseState, Channel, Decision, DeliveryWish, OnlineMode } from './contract.ts'

/** A case as acts know it. Personal numbers stay hidden until somebody may see them. */
export interface CaseRecord {
  caseNumber: string
  revisionId: string
  implementationCode: string
  itemName: string
  bodyCode: string
  bodyName: string
  division: string
  handling: 'instant' | 'committed'
  onlineMode: OnlineMode
  channel: Channel
  state: CaseState
  decision?: Decision
  decisionReasons?: string
  decidedBy?: string
  accountId?: string
  applicantKind: 'person' | 'organisation'
  applicantName: string
  applicantNumberHidden: string
  applicantIndex: string
  applicantPhoneHidden?: string
  legalRepresentative?: string
  contactName: string
  contactNumberHidden: string
  contactPhoneHidden?: string
  hasAgent: boolean
  answers: Answers
  form: Record<string, unknown>
  delivery: DeliveryWish
  licenceIdentifier?: string
  submittedAt: string
  receivedAt: string
  since: string
  acceptBy?: string
  correctBy?: string
  acceptedAt?: string
  decidedAt?: string
  completedAt?: string
  deliveredAt?: string
  statutoryDue?: string
  committedDue?: string
  statutoryLimit?: Limit
  committedLimit?: Limit
  visits: number
  nextDue: string
  version: number
}
