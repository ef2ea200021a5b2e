import type { Act } from '@yiwang/kernel'
import { changeEffect, listPapers } from '@yiwang/documents'
import { withholdLicence } from '@yiwang/licences'
import { cancelNotices } from '@yiwang/payments'
import { legalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMaterial, CaseMoved, RescindInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem } from './item.ts'
import { issueCasePaper, rescissionWords } from './papers.ts'
import { remediesOf } from './remedies.ts'
import { requireLawful } from './require-lawful.ts'
import { originalsOpen } from './send-off.ts'
import { noteStep } from './step-store.ts'

/**
 * The body takes its decision back (撤销, 行政许可法 69) where the originals do not agree with what it decided on: only after that was noted at the
 * hand-over. Licence and decision never come into force, what is still owed lapses, and the paper says why and how it can be fought.
 */
export async function rescind(act: Act, caseNumber: string, { reasons }: RescindInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.rescind')
  requireLawful('rescind', found)
  const mismatched = (await originalsOpen(act, found)).filter(({ objection }) => objection !== undefined)
  if (mismatched.length === 0) throw problem.nothingMismatched()
  const subject = { kind: 'case', key: caseNumber }
  if (found.licenceIdentifier !== undefined) await withholdLicence(act, found.licenceIdentifier, reasons)
  await changeEffect(act.tx, subject, 'pending', 'rescinded')
  await cancelNotices(act, subject)
  // What is taken back had no effect from the beginning; that it was decided stays with the steps and papers.
  const changed = await changeCase(act, found, { state: 'rescinded', decision: null, decision_reasons: null, deliver_by: null })
  await noteStep(act, found, { name: '撤销决定', act: 'rescind', by: await handlerOf(act), opinion: reasons, outcome: '撤销' })
  await issueRescission(act, changed, mismatched, reasons)
  await act.publish('case.rescinded', { ...factsOf(changed), reason: reasons })
  return movedOf(changed)
}

async function issueRescission(act: Act, changed: CaseRecord, mismatched: readonly CaseMaterial[], reasons: string): Promise<void> {
  const papers = await listPapers(act.tx, { kind: 'case', key: changed.caseNumber })
  const decision = papers.find(({ kind }) => kind === 'approvalDecision')
  const data = {
    ...rescissionWords(await pinnedItem(act, changed)),
    decidedOn: legalDay(new Date(changed.decidedAt ?? changed.since)),
    decisionNumber: decision?.number ?? changed.caseNumber,
    mismatches: mismatched.map(({ name, objection = '' }) => ({ name, what: objection })),
    reasons,
    remedies: await remediesOf(act, changed),
  }
  await issueCasePaper(act, changed, 'rescissionDecision', data, true)
}
