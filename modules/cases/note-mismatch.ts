import type { Act } from '@yiwang/kernel'
import { getCaseForUpdate, touchCase } from './case-store.ts'
import type { CaseMoved, NoteMismatchInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { noteObjections } from './material-store.ts'
import { requireLawful } from './require-lawful.ts'
import { originalsOpen } from './send-off.ts'
import { noteStep } from './step-store.ts'

/**
 * 原件核验不符 (五（一）2（4）①, 信息分级: what does not pass stays level C): what was shown at the hand-over does not agree with what was handed in.
 * Nothing is handed over, the licence stays without force, and the applicant is told what does not agree: he may come again with the right
 * originals or say his side, until the body takes its decision back (rescind.ts). Who came for nothing was not made to come.
 */
export async function noteMismatch(act: Act, caseNumber: string, { items }: NoteMismatchInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.deliver')
  requireLawful('noteMismatch', found)
  const open = new Map((await originalsOpen(act, found)).map(({ code, name }) => [code, name]))
  const strange = items.filter(({ code }) => !open.has(code)).map(({ code }) => code)
  if (strange.length > 0) throw problem.mismatchNotOpen({ codes: strange, open: [...open.keys()] })
  await noteObjections(act, caseNumber, items)
  const changed = await touchCase(act, found)
  const named = items.map(({ code, what }) => ({ name: open.get(code) ?? code, what }))
  await noteStep(act, found, {
    name: '原件核验',
    act: 'noteMismatch',
    by: await handlerOf(act),
    outcome: '不符',
    opinion: named
      .map(({ name, what }) => `${name}：${what}`)
      .join('；')
      .slice(0, 4000),
    startedAt: act.now.toISOString(),
  })
  await act.publish('case.originalsMismatched', { ...factsOf(changed), names: named.map(({ name }) => name) })
  return movedOf(changed)
}
