/** What a person sees before he books: halls with counters, days and times with what is left. */
import { getOpenImplementation } from '@yiwang/catalogue'
import type { Desk, Page, PageInput } from '@yiwang/kernel'
import { calendarAt, countersOf, getHall } from '@yiwang/organisation'
import { addDays } from '@yiwang/standards'
import { placesTaken } from './appointment-queries.ts'
import type { BookableDay, BookableDays, BookableHall } from './contract.ts'
import { countersFor } from './counters.ts'
import { exceptionsBetween } from './exception-store.ts'
import { findOffer, hallsOffering } from './offer-store.ts'
import { bookableSpan, slotsOn } from './slots.ts'

/** Halls where the item may be booked, with the counters that handle it; none for an item that takes no appointments. */
export async function bookableHalls({ tx }: Desk, code: string, page: PageInput): Promise<Page<BookableHall>> {
  const item = await getOpenImplementation(tx, code)
  if (!item.appointment) return { items: [] }
  const offers = await hallsOffering(tx, code, page)
  const halls: BookableHall[] = []
  for (const { hallId, counterIds } of offers.items) {
    const hall = await getHall(tx, hallId)
    const counters = countersFor(await countersOf(tx, hallId), item).filter(({ id }) => counterIds.includes(id))
    if (hall.state !== 'open' || counters.length === 0) continue
    const { name, address, openingHours } = hall
    halls.push({
      hallId,
      name,
      address,
      openingHours,
      counters: counters.map((one) => ({ id: one.id, number: one.number, name: one.name })),
    })
  }
  return { ...offers, items: halls }
}

/** The days from tomorrow on that may be booked now; those on which nobody works are left out. */
export async function bookableDays(desk: Desk, code: string, hallId: string): Promise<BookableDays> {
  const span = bookableSpan(desk.now)
  const [item, hall, offer] = [
    await getOpenImplementation(desk.tx, code),
    await getHall(desk.tx, hallId),
    await findOffer(desk.tx, hallId, code),
  ]
  if (!offer?.open || !item.appointment || hall.state !== 'open') return { ...span, days: [] }
  const rules = { calendar: await calendarAt(desk), exceptions: await exceptionsBetween(desk.tx, hallId, span.from, span.to) }
  const taken = await placesTaken(desk.tx, hallId, code, span)
  const days: BookableDay[] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    const slots = slotsOn(day, offer.slots, rules).map(({ begins, ends, quota }) => ({
      begins,
      ends,
      quota,
      left: Math.max(0, quota - (taken.get(`${day} ${begins}`) ?? 0)),
    }))
    if (slots.length > 0) days.push({ day, slots })
  }
  return { ...span, days }
}
