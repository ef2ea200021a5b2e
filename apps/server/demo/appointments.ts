import { getImplementation, listItemsInReach } from '@yiwang/catalogue'
import { offerItem } from '@yiwang/hall'
import type { Act } from '@yiwang/kernel'
import { countersOf, hallsOf } from '@yiwang/organisation'
import { placesOfZhejiang } from './places.ts'

const hours = [
  ['09:00', '10:00'],
  ['10:00', '11:00'],
  ['11:00', '12:00'],
  ['14:00', '15:00'],
  ['15:00', '16:00'],
  ['16:00', '17:00'],
] as const
const slots = [1, 2, 3, 4, 5].flatMap((weekday) => hours.map(([begins, ends]) => ({ weekday, begins, ends, quota: 6 })))

/** Every item that takes appointments may be booked at the hall of its place, at the one-stop counters. */
export async function seedAppointments(act: Act): Promise<void> {
  const halls = new Map<string, { hallId: string; counterIds: string[] }>()
  for (const { code } of placesOfZhejiang()) {
    const hall = (await hallsOf(act.tx, code, { limit: 100 })).items.find(({ division }) => division === code)
    if (!hall) continue
    const counters = (await countersOf(act.tx, hall.id)).filter(({ kind }) => kind === 'oneStop')
    halls.set(code, { hallId: hall.id, counterIds: counters.map(({ id }) => id) })
  }
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await listItemsInReach(act, 'hall.manageSlots', { limit: 100, ...(after === undefined ? {} : { after }) })
    for (const { implementationCode, division } of page.items) {
      const { appointment } = await getImplementation(act.tx, implementationCode)
      const hall = halls.get(division)
      if (appointment && hall) await offerItem(act, hall.hallId, implementationCode, { open: true, counterIds: hall.counterIds, slots })
    }
    after = page.next
  }
}
