import type { Act, Work } from '@yiwang/kernel'
import { dueToRemind } from './appointment-queries.ts'
import { lockAppointment, noteReminded } from './appointment-store.ts'
import type { AppointmentState } from './contract.ts'
import { can } from './lifecycle.ts'
import { linkTo, named, tell } from './tell.ts'

const batch = 200

/** 预约提醒 (the guide 五（一）2（4）②): once, some hours before, with where to cancel; nothing of what was cancelled. */
export async function remindAll(work: Work): Promise<void> {
  const until = new Date(work.now().getTime() + work.settings.appointmentReminderHours * 3_600_000)
  for (;;) {
    const numbers = await work.read(({ tx }) => dueToRemind(tx, work.now(), until, batch))
    for (const number of numbers) await work.perform('hall.remind', (act) => remind(act, number))
    if (numbers.length < batch) return
  }
}

async function remind(act: Act, number: string): Promise<void> {
  const found = await lockAppointment(act.tx, number)
  if (!found || found.reminded_at !== null || !can('cancel', { state: found.state as AppointmentState })) return
  await noteReminded(act, number)
  await tell(act, found, { template: 'appointmentReminder', values: { ...named(found), link: linkTo(act, number) } })
}
