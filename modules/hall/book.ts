import { getOpenImplementation } from '@yiwang/catalogue'
import { profileOf } from '@yiwang/identity'
import type { Act } from '@yiwang/kernel'
import { calendarAt, countersOf, getHall } from '@yiwang/organisation'
import type { Counter, Hall } from '@yiwang/organisation/contract'
import { isPersonId, isUscc, legalDay, normalisePersonId, normaliseUscc } from '@yiwang/standards'
import { holderIndex, insertAppointment, nextNumber, type Holder } from './appointment-store.ts'
import { factsOf, toAppointment } from './appointment-view.ts'
import type { Appointment, BookForInput, BookInput, Slot } from './contract.ts'
import { countersFor } from './counters.ts'
import { exceptionsBetween } from './exception-store.ts'
import { findOfferToBook } from './offer-store.ts'
import { problem } from './problems.ts'
import { hallInReach } from './reach.ts'
import { takePlace } from './slot-day-store.ts'
import { bookableSpan, momentOf, slotsOn } from './slots.ts'
import { findSuspension } from './suspension-store.ts'
import { named, tell } from './tell.ts'

/** 网上预约 (the guide 五（一）2（4）②), by an account for itself; not while booking online is suspended (信用管理). @throws appointment.suspended */
export async function book(act: Act, input: BookInput): Promise<Appointment> {
  const { kind, name, number, phone } = await profileOf(act, act.by.id)
  const holder: Holder = { kind, name, number, phone, accountId: act.by.id }
  const suspended = await findSuspension(act.tx, holderIndex(act.settings, holder), act.now)
  if (suspended) throw problem.suspended({ until: legalDay(new Date(suspended.endsAt)), misses: suspended.misses })
  return takeAppointment(act, input, holder)
}

/** By a clerk of the hall for somebody who stands there or calls; the same places, the same rules. @throws appointment.numberInvalid */
export async function bookFor(act: Act, hallId: string, input: BookForInput): Promise<Appointment> {
  await hallInReach(act, hallId, 'hall.manageAppointments')
  const { kind, name, holderNumber, phone, ...rest } = input
  const number = kind === 'person' ? normalisePersonId(holderNumber) : normaliseUscc(holderNumber)
  if (kind === 'person' ? !isPersonId(number) : !isUscc(number)) throw problem.numberInvalid()
  return takeAppointment(act, { ...rest, hallId }, { kind, name: name.trim(), number, phone })
}

async function takeAppointment(act: Act, input: BookInput, holder: Holder): Promise<Appointment> {
  const { hall, counter, itemName, slot } = await whatIsOffered(act, input)
  const { day } = input
  const row = await insertAppointment(
    act,
    {
      number: await nextNumber(act.tx, legalDay(act.now)),
      hall_id: hall.id,
      hall_name: hall.name,
      body_code: hall.bodyCode,
      division: hall.division,
      counter_id: counter.id,
      counter: `${counter.number} ${counter.name}`,
      implementation_code: input.implementationCode,
      item_name: itemName,
      day,
      begins: slot.begins,
      ends: slot.ends,
      begins_at: momentOf(day, slot.begins),
      ends_at: momentOf(day, slot.ends),
      channel: act.by.channel ?? (act.by.kind === 'staff' ? 'counter' : 'portal'),
    },
    holder,
  )
  await takePlace(act.tx, row, slot.quota)
  await tell(act, row, { template: 'appointmentBooked', values: named(row) })
  await act.publish('appointment.booked', factsOf(row))
  return toAppointment(act, row)
}

interface Offered {
  hall: Hall
  counter: Counter
  itemName: string
  slot: Slot
}

/** @throws appointment.notOffered, counterDoesNotFit, dayOutside, noSuchSlot */
async function whatIsOffered(act: Act, { implementationCode, hallId, counterId, day, begins }: BookInput): Promise<Offered> {
  const [item, hall] = [await getOpenImplementation(act.tx, implementationCode), await getHall(act.tx, hallId)]
  const offer = await findOfferToBook(act.tx, hallId, implementationCode)
  if (!offer?.open || !item.appointment || hall.state !== 'open') throw problem.notOffered({ item: item.name })
  const fitting = countersFor(await countersOf(act.tx, hallId), item)
  const counter = fitting.find(({ id }) => id === counterId && offer.counterIds.includes(id))
  if (!counter) throw problem.counterDoesNotFit({ item: item.name })
  const span = bookableSpan(act.now)
  const days = { calendar: await calendarAt(act), exceptions: await exceptionsBetween(act.tx, hallId, day, day) }
  const slots = day < span.from || day > span.to ? [] : slotsOn(day, offer.slots, days)
  if (slots.length === 0) throw problem.dayOutside(span)
  const slot = slots.find((one) => one.begins === begins)
  if (!slot) throw problem.noSuchSlot({ day })
  return { hall, counter, itemName: item.name, slot }
}
