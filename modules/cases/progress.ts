import type { Act, Desk } from '@yiwang/kernel'
import { findPaperByAuditCode } from '@yiwang/documents'
import { parseUnifiedAuditCode } from '@yiwang/standards'
import { readCaseNumber } from './case-number.ts'
import type { CaseRecord } from './case-record.ts'
import { findCase } from './case-store.ts'
import type { CodeProgress, PublicProgress } from './contract.ts'
import { problem } from './problems.ts'
import { stagesOf } from './stages.ts'
import { listSteps } from './step-store.ts'

/** Progress by number (按办件编号查询): stage and dates, nothing about a person. What is not there and what is no number get the same answer. */
export async function progressByNumber({ tx }: Desk, typed: string): Promise<PublicProgress> {
  const found = await findCase(tx, readCaseNumber(typed))
  if (!found) throw problem.progressNotFound()
  return publicOf(found)
}

function publicOf(found: CaseRecord): PublicProgress {
  const { caseNumber, itemName, bodyName, state, committedDue } = found
  return { caseNumber, itemName, bodyName, state, stages: stagesOf(found), ...(committedDue === undefined ? {} : { committedDue }) }
}

/**
 * Progress by the code in the QR code of a notice (统一审核编码): who holds the paper may see more than the number tells, namely the steps. The
 * names of officials stay for the owner's own page, and so does every word about the applicant.
 */
export async function progressByCode({ tx }: Desk, typed: string): Promise<CodeProgress> {
  const code = parseUnifiedAuditCode(typed)
  const paper = await findPaperByAuditCode(tx, code.ok ? code.value : '')
  const found = paper?.subject.kind === 'case' ? await findCase(tx, paper.subject.key) : undefined
  if (!found || !paper) throw problem.progressNotFound()
  const shown = found.decision !== undefined && found.completedAt !== undefined
  const steps = await listSteps(tx, found.caseNumber)
  return {
    ...publicOf(found),
    submittedAt: found.submittedAt,
    paper: { title: paper.title, number: paper.number },
    steps: steps.map(({ name, startedAt, endedAt }) => ({ name, startedAt, ...(endedAt === undefined ? {} : { endedAt }) })),
    ...(shown && found.decision ? { decision: found.decision } : {}),
  }
}

/** A question by telephone (热线代查): answered by number, and noted in the trace of this act. */
export function answerCall(act: Act, typed: string): Promise<PublicProgress> {
  return progressByNumber(act, typed)
}
