import type { Act } from '@yiwang/kernel'
import { getForUpdate, moveTo } from './appointment-store.ts'
import { factsOf, toHallAppointment } from './appointment-view.ts'
import type { AppointmentState, HallAppointment } from './contract.ts'
import { can } from './lifecycle.ts'
import { problem } from './problems.ts'
import { named, tell } from './tell.ts'

/** 确认预约 by the hall: it expects the person (五（一）2（2）②预约管理). */
export async function confirm(act: Act, number: string): Promise<HallAppointment> {
  const found = await getForUpdate(act, number)
  if (!can('confirm', { state: found.state as AppointmentState })) throw problem.notLawful({ state: found.state })
  const confirmed = await moveTo(act, found, 'confirmed')
  await tell(act, found, { template: 'appointmentConfirmed', values: named(found) })
  await act.publish('appointment.confirmed', factsOf(found))
  return toHallAppointment(act, confirmed)
}
