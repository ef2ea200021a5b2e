import type { Act } from '@yiwang/kernel'
import { findOpenRequest, insertRequest, noteAnswer } from './approval-store.ts'
import { getCaseForUpdate } from './case-store.ts'
import { closeCase } from './close-case.ts'
import type { CaseMoved, GrantInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Asking to abort (申请中止), by who examines. */
export async function requestAbort(act: Act, caseNumber: string, { reason }: { reason: string }): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.requestAbort')
  requireLawful('requestAbort', found)
  const by = await handlerOf(act)
  if (!(await insertRequest(act, { caseNumber, kind: 'abort', reason, askedByName: by.name }))) throw problem.requestOpen()
  await act.publish('case.abortRequested', { ...factsOf(found), reason })
  return movedOf(found)
}

/** The head approves or refuses the abort (批准中止): the matter ends without a decision, under seal, with the reason. */
export async function abort(act: Act, caseNumber: string, { requestId, granted, note }: GrantInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.abort')
  requireLawful('abort', found)
  const request = await findOpenRequest(act.tx, caseNumber, 'abort', requestId)
  if (!request) throw problem.requestNotOpen({ requestId })
  if (request.askedBy === act.by.id) throw problem.ownRequest()
  await noteAnswer(act, requestId, granted, note)
  const by = await handlerOf(act)
  await noteStep(act, found, {
    name: '中止审批',
    act: 'abort',
    by,
    outcome: granted ? '同意' : '不同意',
    ...(note ? { opinion: note } : {}),
  })
  if (!granted) return movedOf(found)
  const { reason } = request
  const closed = await closeCase(act, found, 'aborted', { reason, by })
  await act.publish('case.aborted', { ...factsOf(closed), reason })
  return movedOf(closed)
}
