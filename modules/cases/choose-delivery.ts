import type { Act } from '@yiwang/kernel'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate, getOwnCaseForUpdate } from './case-store.ts'
import { checkDelivery } from './check-delivery.ts'
import type { CaseMoved, ChooseDeliveryInput } from './contract.ts'
import { orderResultDelivery } from './courier.ts'
import { factsOf, movedOf } from './facts.ts'
import { handlerOf, type Handler } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem } from './item.ts'
import { requireLawful } from './require-lawful.ts'
import { journeyOf } from './send-off.ts'
import { noteStep } from './step-store.ts'

/** Another way after the courier failed (改选领取方式), by the applicant: at the counter, or by a new order, perhaps to another address. */
export async function chooseDelivery(act: Act, caseNumber: string, input: ChooseDeliveryInput): Promise<CaseMoved> {
  const found = await getOwnCaseForUpdate(act, caseNumber)
  return choose(act, found, input, { id: act.by.id, name: found.contactName })
}

/** The same at the counter or by telephone, for who cannot do it himself. */
export async function chooseDeliveryFor(act: Act, caseNumber: string, input: ChooseDeliveryInput): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.deliver')
  return choose(act, found, input, await handlerOf(act))
}

const outcomes = { counter: '大厅自领', courier: '重新递送' } as const

/** @throws case.notLawful, case.deliveryNotFailed, case.deliveryNotOffered, case.recipientMissing, case.recipientInvalid */
async function choose(act: Act, found: CaseRecord, input: ChooseDeliveryInput, by: Handler): Promise<CaseMoved> {
  requireLawful('chooseDelivery', found)
  if ((await journeyOf(act, found)).state !== 'failed') throw problem.deliveryNotFailed()
  // the counter is always open, whatever the item offers
  const wish = input.method === 'counter' ? { method: input.method } : checkDelivery(await pinnedItem(act, found), input)
  const changed = await changeCase(act, found, { delivery: JSON.stringify(wish) })
  if (wish.method === 'courier') await orderResultDelivery(act, changed)
  await noteStep(act, found, { name: '改选领取方式', act: 'chooseDelivery', by, outcome: outcomes[input.method] })
  await act.publish('case.deliveryChosen', { ...factsOf(changed), method: input.method })
  return movedOf(changed)
}
