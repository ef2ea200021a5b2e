import type { Act } from '@yiwang/kernel'
import { calendarAt } from '@yiwang/organisation'
import { peopleAtCounter } from './applicant-rules.ts'
import { channelOf } from './channel.ts'
import { reachesItem } from './case-store.ts'
import { checkDelivery } from './check-delivery.ts'
import { checkMaterials } from './check-materials.ts'
import type { CaseMoved, WalkInInput } from './contract.ts'
import { movedOf } from './facts.ts'
import { requireForm } from './form-check.ts'
import { handlerOf } from './handler.ts'
import { formOf, getItemInUse } from './item.ts'
import { openCase } from './open-case.ts'
import { problem } from './problems.ts'
import { requireHeld } from './supersession.ts'

/** Taking an application in at the counter (窗口接件): complete, or not at all; only then can it be accepted (五（二）1（2）③). */
export async function walkIn(act: Act, input: WalkInInput): Promise<CaseMoved> {
  const item = await getItemInUse(act, input.implementationCode)
  const [reached, wanted] = await Promise.all([reachesItem(act, item, 'cases.register'), formOf(act, item), calendarAt(act)])
  if (!reached) throw problem.itemOutOfReach({ item: item.name })
  if (!item.handlingForms.includes('counter')) throw problem.notAtCounter({ item: item.name })
  const people = peopleAtCounter(input.applicant, input.agent)
  if (!item.audiences.includes(people.kind)) throw problem.notForApplicant({ audiences: item.audiences })
  const form = requireForm(wanted, input.form)
  const materials = await checkMaterials({ desk: act, item, people, where: 'counter' }, input)
  await requireHeld(act, item, people)
  const delivery = checkDelivery(item, input.delivery)
  const { answers } = input
  // At the counter the originals are seen before acceptance, whatever form of handling the item has online.
  const atCounter = { ...item, onlineMode: 'preview' as const }
  const clerk = await handlerOf(act)
  const found = await openCase(act, { item: atCounter, people, channel: channelOf(act.by), answers, form, delivery, materials, clerk })
  return movedOf(found)
}
