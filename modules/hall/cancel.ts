import type { Act } from '@yiwang/kernel'
import { getForUpdate, getOwnForUpdate, moveTo, type AppointmentRow } from './appointment-store.ts'
import { factsOf, toAppointment, toHallAppointment } from './appointment-view.ts'
import type { Appointment, AppointmentState, HallAppointment, ReasonInput } from './contract.ts'
import { can, isCancellable } from './lifecycle.ts'
import { problem } from './problems.ts'
import { freePlace } from './slot-day-store.ts'
import { named, tell } from './tell.ts'

/** 取消预约 by whose it is, until its slot is over; the place is free again. @throws appointment.notFound, notLawful, tooLate */
export async function cancelOwn(act: Act, number: string): Promise<Appointment> {
  const found = await getOwnForUpdate(act, number)
  requireCancellable(act, found)
  const cancelled = await moveTo(act, found, 'cancelled')
  await freePlace(act.tx, found)
  await act.publish('appointment.cancelled', { ...factsOf(found), by: 'holder' })
  return toAppointment(act, cancelled)
}

/** 取消预约 by the hall, with its reason, which the person is told. */
export async function cancelAtHall(act: Act, number: string, { reason }: ReasonInput): Promise<HallAppointment> {
  const found = await getForUpdate(act, number)
  requireCancellable(act, found)
  return toHallAppointment(act, await callOff(act, found, reason))
}

/** The hall cannot keep it. */
export async function callOff(act: Act, found: AppointmentRow, why: string): Promise<AppointmentRow> {
  const reason = why.trim()
  const cancelled = await moveTo(act, found, 'cancelled', reason)
  await freePlace(act.tx, found)
  await tell(act, found, { template: 'appointmentCancelled', values: { ...named(found), reason } })
  await act.publish('appointment.cancelled', { ...factsOf(found), by: 'hall' })
  return cancelled
}

function requireCancellable(act: Act, { state, ends_at }: AppointmentRow): void {
  const appointment = { state: state as AppointmentState, endsAt: ends_at }
  if (!can('cancel', appointment)) throw problem.notLawful({ state })
  if (!isCancellable(appointment, act.now)) throw problem.tooLate()
}
