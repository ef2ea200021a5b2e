import { present, type Desk } from '@yiwang/kernel'
import { maskMobilePhone, maskPersonId } from '@yiwang/standards'
import { holderOf, type AppointmentRow } from './appointment-store.ts'
import type { Appointment, AppointmentState, HallAppointment } from './contract.ts'
import type { AppointmentFacts } from './events.ts'
import { isCancellable } from './lifecycle.ts'

export function factsOf(row: AppointmentRow): AppointmentFacts {
  const { number, day, division, channel } = row
  return { number, hallId: row.hall_id, implementationCode: row.implementation_code, bodyCode: row.body_code, division, day, channel }
}

export function toAppointment({ now }: Pick<Desk, 'now'>, row: AppointmentRow): Appointment {
  const state = row.state as AppointmentState
  return present({
    number: row.number,
    hallId: row.hall_id,
    hallName: row.hall_name,
    counter: row.counter,
    implementationCode: row.implementation_code,
    itemName: row.item_name,
    day: row.day,
    begins: row.begins,
    ends: row.ends,
    state,
    channel: row.channel,
    bookedAt: row.booked_at,
    cancelReason: row.cancel_reason,
    cancellable: isCancellable({ state, endsAt: row.ends_at }, now),
  })
}

export function toHallAppointment(desk: Desk, row: AppointmentRow): HallAppointment {
  const { kind, name, number, phone } = holderOf(desk.settings, row)
  return {
    ...toAppointment(desk, row),
    holderKind: kind,
    holderName: name,
    holderNumber: kind === 'person' ? maskPersonId(number) : number,
    phone: maskMobilePhone(phone),
  }
}
