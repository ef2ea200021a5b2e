import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { getForUpdate, moveTo } from './appointment-store.ts'
import { factsOf, toHallAppointment } from './appointment-view.ts'
import type { AppointmentState, HallAppointment } from './contract.ts'
import { can } from './lifecycle.ts'
import { problem } from './problems.ts'

/** 办理完成: who came was served at the counter, on the day itself. The person may book this item again. */
export async function serve(act: Act, number: string): Promise<HallAppointment> {
  const found = await getForUpdate(act, number)
  const { state, day } = found
  if (!can('serve', { state: state as AppointmentState }) || day !== legalDay(act.now)) throw problem.notLawful({ state })
  const served = await moveTo(act, found, 'served')
  await act.publish('appointment.served', factsOf(found))
  return toHallAppointment(act, served)
}
