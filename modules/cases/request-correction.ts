import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { addDays, legalDay, type LegalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved, CorrectionRequest, RequestCorrectionInput } from './contract.ts'
import { formCode, newlyAsked } from './corrections.ts'
import { insertCorrection, listCorrections } from './correction-store.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { pinnedItem } from './item.ts'
import { listMaterials, noteObjections } from './material-store.ts'
import { issueCasePaper, noticeBasis, sayLimit } from './papers.ts'
import { problem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'
import { correctionDays, correctionLimit, termEnd } from './time-limits.ts'

/** Asking for a correction (补齐补正): everything that is missing is told at once, with a day until which it is awaited. */
export async function requestCorrection(act: Act, caseNumber: string, input: RequestCorrectionInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.preReview')
  requireLawful('requestCorrection', found)
  const items = await namedItems(act, found, input)
  const earlier = await listCorrections(act.tx, caseNumber)
  const fresh = newlyAsked(earlier, items)
  if (fresh.length > 0) throw problem.correctionNotNew({ codes: fresh, names: namesOf(items, fresh) })

  const dueOn = await answerDay(act)
  const request = { dueOn, items, ...(input.note === undefined ? {} : { note: input.note }) }
  await insertCorrection(act, caseNumber, earlier.length, request)
  await noteObjections(act, caseNumber, input.items)
  const by = await handlerOf(act)
  const changed = await changeCase(act, found, { state: 'correcting', accept_by: null, correct_by: dueOn })
  await noteStep(act, found, { name: '补正告知', act: 'requestCorrection', by, opinion: sayItems(items) })
  await issueCorrectionNotice(act, changed, request, by)
  await act.publish('case.correctionRequested', { ...factsOf(changed), dueOn, missing: items.map(({ name }) => name) })
  return movedOf(changed)
}

async function answerDay(act: Act): Promise<LegalDay> {
  const today = legalDay(act.now)
  return termEnd(today, correctionLimit, await calendarAt(act)) ?? addDays(today, correctionDays)
}

/** @throws case.materialUnknown, case.materialTwice */
async function namedItems(act: Act, found: CaseRecord, { items }: RequestCorrectionInput): Promise<CorrectionRequest['items']> {
  const item = await pinnedItem(act, found)
  const names = new Map([[formCode, '申请表'], ...item.materials.map(({ code, name }) => [code, name] as const)])
  const unknown = items.filter(({ code }) => !names.has(code)).map(({ code }) => code)
  if (unknown.length > 0) throw problem.materialUnknown({ codes: unknown })
  const codes = items.map(({ code }) => code)
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) throw problem.materialTwice({ codes: twice })
  return items.map(({ code, what }) => ({ code, name: names.get(code) ?? code, what }))
}

const namesOf = (items: CorrectionRequest['items'], codes: readonly string[]) =>
  items.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
const sayItems = (items: CorrectionRequest['items']) => items.map(({ name, what }) => `${name}：${what}`).join('；')

/** 补正通知书 with its day. */
async function issueCorrectionNotice(
  act: Act,
  found: CaseRecord,
  { dueOn, items }: Pick<CorrectionRequest, 'dueOn' | 'items'>,
  by: Handler,
): Promise<void> {
  const given = (await listMaterials(act.tx, found.caseNumber)).filter(({ source }) => source !== 'deferred').map((one) => one.code)
  const data = {
    ...noticeBasis(found, '第三十二条第一款第四项'),
    receivedAt: found.receivedAt,
    department: found.bodyName,
    clerk: by.name,
    committedLimit: sayLimit(found.committedLimit),
    corrections: items.map(({ code, name, what }) => ({ name, reason: sayProblem(code, given), how: what })),
    correctBy: dueOn,
  }
  await issueCasePaper(act, found, 'correctionNotice', data, true)
}

/** 问题, beside which the clerk's own words say how to correct it (怎样补正). */
function sayProblem(code: string, given: readonly string[]): string {
  if (code === formCode) return '填写不全或者不符合要求'
  return given.includes(code) ? '不符合要求' : '没有提交'
}
