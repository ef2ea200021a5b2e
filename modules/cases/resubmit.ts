import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import { peopleOf } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate, getOwnCaseForUpdate } from './case-store.ts'
import { readMaterials } from './check-materials.ts'
import type { CaseMoved, ResubmitInput } from './contract.ts'
import { answerFaults } from './corrections.ts'
import { listCorrections, noteAnswered } from './correction-store.ts'
import { factsOf, movedOf } from './facts.ts'
import { knownOf, requireForm } from './form-check.ts'
import { handlerOf, type Handler } from './handler.ts'
import { formOf, pinnedItem, type CaseItem } from './item.ts'
import { notVerified, type Where } from './materials.ts'
import { replaceMaterials, type NewMaterial } from './material-store.ts'
import { issueReceipt } from './papers.ts'
import { problem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'
import { answerLimit, termEnd } from './time-limits.ts'

/** Answering a correction online (网上补正): what was asked for and nothing else; the case keeps its number. */
export async function resubmit(act: Act, caseNumber: string, input: ResubmitInput): Promise<CaseMoved> {
  const found = await getOwnCaseForUpdate(act, caseNumber)
  return answerCorrection(act, found, input, 'online')
}

/** The applicant brings what was missing to the counter (补齐后再来办理): the clerk takes up the same case. */
export async function resubmitAtCounter(act: Act, caseNumber: string, input: ResubmitInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.register')
  return answerCorrection(act, found, input, 'counter', await handlerOf(act))
}

async function answerCorrection(act: Act, found: CaseRecord, input: ResubmitInput, where: Where, clerk?: Handler): Promise<CaseMoved> {
  requireLawful('resubmit', found)
  await requireAnswer(act, found, input)
  const item = await pinnedItem(act, found)
  const materials = await checkedMaterials(act, found, item, input, where)
  const form =
    input.form && requireForm(await formOf(act, item), input.form, where === 'online' ? knownOf(formPeople(act, found)) : undefined)

  await replaceMaterials(act, found.caseNumber, materials)
  await noteAnswered(act, found.caseNumber)
  const acceptBy = termEnd(legalDay(act.now), answerLimit, await calendarAt(act)) ?? null
  const change = { state: 'submitted', received_at: act.now, accept_by: acceptBy, correct_by: null } as const
  const changed = await changeCase(act, found, { ...change, ...(form ? { form: JSON.stringify(form) } : {}) })
  const by = clerk ?? { id: act.by.id, name: found.contactName }
  await noteStep(act, found, { name: '补正', act: 'resubmit', by })
  await issueReceipt(act, changed, materials, clerk)
  await act.publish('case.resubmitted', factsOf(changed))
  return movedOf(changed)
}

/** @throws case.correctionNotAsked, case.correctionIncomplete */
async function requireAnswer(act: Act, { caseNumber }: CaseRecord, input: ResubmitInput): Promise<void> {
  const asked = (await listCorrections(act.tx, caseNumber)).at(-1)?.items ?? []
  const { notAsked, open } = answerFaults(asked, input.materials, input.form !== undefined)
  if (notAsked.length > 0) throw problem.correctionNotAsked({ codes: notAsked })
  const names = asked.filter(({ code }) => open.includes(code)).map(({ name }) => name)
  if (open.length > 0) throw problem.correctionIncomplete({ codes: open, names })
}

async function checkedMaterials(act: Act, found: CaseRecord, item: CaseItem, input: ResubmitInput, where: Where): Promise<NewMaterial[]> {
  const people = peopleOf(act.settings, found)
  const asked = item.materials.filter(({ code }) => input.materials.some((one) => one.code === code))
  const materials = await readMaterials({ desk: act, item, people, where }, input.materials, asked)
  const unverified = where === 'online' ? notVerified(found.onlineMode, materials) : []
  if (unverified.length > 0) throw problem.materialNotVerified({ names: unverified })
  return materials
}

/** What was known of the applicant when he applied, so that a locked field stays as it was. */
function formPeople(act: Act, found: CaseRecord) {
  const { kind, name, number, phone = '', legalRepresentative } = peopleOf(act.settings, found)
  return { kind, name, number, phone, ...(legalRepresentative === undefined ? {} : { legalRepresentativeName: legalRepresentative }) }
}
