import type { Act, Work } from '@yiwang/kernel'
import { legalDay, startOfLegalDay } from '@yiwang/standards'
import { pastAndOpen } from './appointment-queries.ts'
import { lockAppointment, moveTo, type AppointmentRow } from './appointment-store.ts'
import { factsOf } from './appointment-view.ts'
import type { AppointmentState } from './contract.ts'
import { can } from './lifecycle.ts'
import { countMisses, findSuspension, insertSuspension } from './suspension-store.ts'
import { tell } from './tell.ts'

const batch = 200
const day = 86_400_000

/** 失约: the day is over, and who had booked did not come, or took a ticket and was not there. */
export async function missAll(work: Work): Promise<void> {
  const before = startOfLegalDay(legalDay(work.now()))
  for (;;) {
    const numbers = await work.read(({ tx }) => pastAndOpen(tx, before, batch))
    for (const number of numbers) await work.perform('hall.miss', (act) => miss(act, number))
    if (numbers.length < batch) return
  }
}

async function miss(act: Act, number: string): Promise<void> {
  const found = await lockAppointment(act.tx, number)
  if (!found || !can('end', { state: found.state as AppointmentState })) return
  const ticketed = found.state === 'ticketed'
  await moveTo(act, found, ticketed ? 'unserved' : 'missed')
  await act.publish('appointment.missed', { ...factsOf(found), ticketed })
  await suspendIfTooMany(act, found)
}

/** 信用管理: more than are borne within the span suspend booking online for a while (1个月内超过3次). */
async function suspendIfTooMany(act: Act, row: AppointmentRow): Promise<void> {
  const { appointmentMisses, appointmentMissDays, appointmentSuspensionDays } = act.settings
  if (appointmentSuspensionDays === 0) return
  const since = new Date(act.now.getTime() - appointmentMissDays * day)
  const misses = await countMisses(act.tx, row.holder_index, since)
  if (misses <= appointmentMisses || (await findSuspension(act.tx, row.holder_index, act.now))) return
  const endsAt = new Date(act.now.getTime() + appointmentSuspensionDays * day)
  const suspensionId = await insertSuspension(act, row, misses, endsAt)
  await tell(act, row, { template: 'appointmentSuspended', values: { misses, until: legalDay(endsAt) } })
  await act.publish('appointment.bookingSuspended', { suspensionId, misses, endsAt: endsAt.toISOString(), division: row.division })
}
