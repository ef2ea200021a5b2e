import { getImplementation } from '@yiwang/catalogue'
import type { Act } from '@yiwang/kernel'
import { countersOf } from '@yiwang/organisation'
import type { Offer, OfferInput } from './contract.ts'
import { countersFor } from './counters.ts'
import { saveOffer } from './offer-store.ts'
import { problem } from './problems.ts'
import { hallInReach } from './reach.ts'
import { overlap, slotsOutside } from './slots.ts'

const weekdays = ['周一 Mon', '周二 Tue', '周三 Wed', '周四 Thu', '周五 Fri', '周六 Sat', '周日 Sun']

/**
 * 预约事项属性 and 预约时段 of an item at a hall (the guide 五（二）1（2）②). What was booked before stays as it was promised.
 * @throws appointment.itemNotBookable, counterDoesNotFit, slotsOverlap, slotOutsideHours
 */
export async function offerItem(act: Act, hallId: string, implementationCode: string, input: OfferInput): Promise<Offer> {
  const hall = await hallInReach(act, hallId, 'hall.manageSlots')
  const item = await getImplementation(act.tx, implementationCode)
  if (input.open && !item.appointment) throw problem.itemNotBookable({ item: item.name })
  const fitting = countersFor(await countersOf(act.tx, hallId), item).map(({ id }) => id)
  if (!input.counterIds.every((id) => fitting.includes(id))) throw problem.counterDoesNotFit({ item: item.name })
  if (overlap(input.slots)) throw problem.slotsOverlap()
  const outside = slotsOutside(item.officeHours, input.slots).map(
    ({ weekday, begins, ends }) => `${weekdays[weekday - 1]} ${begins}–${ends}`,
  )
  if (outside.length > 0) throw problem.slotOutsideHours({ item: item.name, slots: outside })
  const offer = { hallId, implementationCode, itemName: item.name }
  await saveOffer(act, offer, input)
  await act.publish('hall.offerSet', { hallId, implementationCode, open: input.open, division: hall.division })
  return { ...offer, ...input }
}
