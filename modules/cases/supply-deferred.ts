import type { Act } from '@yiwang/kernel'
import { peopleOf } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate, getOwnCaseForUpdate } from './case-store.ts'
import { readMaterials } from './check-materials.ts'
import type { CaseMaterial, CaseMoved, SupplyDeferredInput } from './contract.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { handlingProblem } from './handling-problems.ts'
import { pinnedItem, type CaseItem } from './item.ts'
import { originalsToSee, type Where } from './materials.ts'
import { listMaterials, replaceMaterials, type NewMaterial } from './material-store.ts'
import { issueReceipt } from './papers.ts'
import { problem } from './problems.ts'
import { requireLawful } from './require-lawful.ts'
import { noteStep } from './step-store.ts'

/** Handing in what was left for later (容缺后补), online: the decision waits for it. */
export async function supplyDeferred(act: Act, caseNumber: string, input: SupplyDeferredInput): Promise<CaseMoved> {
  return supply(act, await getOwnCaseForUpdate(act, caseNumber), input, 'online')
}

/** The same over the counter: the clerk takes it in, and has seen the original. */
export async function supplyDeferredAtCounter(act: Act, caseNumber: string, input: SupplyDeferredInput): Promise<CaseMoved> {
  return supply(act, await getCaseForUpdate(act, caseNumber, 'cases.register'), input, 'counter', await handlerOf(act))
}

async function supply(act: Act, found: CaseRecord, input: SupplyDeferredInput, where: Where, clerk?: Handler): Promise<CaseMoved> {
  requireLawful('supplyDeferred', found)
  const open = (await listMaterials(act.tx, found.caseNumber)).filter(({ source }) => source === 'deferred')
  requireAsked(open, input)
  const materials = await readSupplied(act, found, await pinnedItem(act, found), input, where)
  await replaceMaterials(act, found.caseNumber, materials)
  const changed = await changeCase(act, found, {})
  await noteStep(act, found, {
    name: '容缺补齐',
    act: 'supplyDeferred',
    by: clerk ?? { id: act.by.id, name: found.contactName },
    opinion: materials.map(({ name }) => name).join('、'),
  })
  await issueReceipt(act, changed, materials, clerk)
  const left = open.filter(({ code }) => !materials.some((one) => one.code === code)).map(({ name }) => name)
  await act.publish('case.deferredSupplied', { ...factsOf(changed), left })
  return movedOf(changed)
}

/** @throws case.deferredNotAsked for what was not left for later, or is promised once more */
function requireAsked(open: readonly CaseMaterial[], { materials }: SupplyDeferredInput): void {
  const wanted = new Set(open.map(({ code }) => code))
  const codes = materials.filter(({ code, source }) => !wanted.has(code) || source === 'deferred').map(({ code }) => code)
  if (codes.length > 0) throw handlingProblem.deferredNotAsked({ codes, open: [...wanted] })
}

/** 原件预审 sees every original before the decision, so what has one comes to the counter or is verified already. */
async function readSupplied(act: Act, found: CaseRecord, item: CaseItem, input: SupplyDeferredInput, where: Where): Promise<NewMaterial[]> {
  const people = peopleOf(act.settings, found)
  const asked = item.materials.filter(({ code }) => input.materials.some((one) => one.code === code))
  const materials = await readMaterials({ desk: act, item, people, where }, input.materials, asked)
  const unseen = where === 'online' && found.onlineMode !== 'verify' ? originalsToSee(materials) : []
  if (unseen.length > 0) throw problem.materialNotVerified({ names: unseen.map(({ name }) => name) })
  return materials
}
