import type { AppointmentState } from './contract.ts'

/** Which act is lawful in which state of an appointment; `end` is what the passing of its day does. */
const lawfulIn = {
  confirm: ['booked'],
  cancel: ['booked', 'confirmed'],
  ticket: ['booked', 'confirmed'],
  serve: ['booked', 'confirmed', 'ticketed'],
  end: ['booked', 'confirmed', 'ticketed'],
} satisfies Record<string, AppointmentState[]>

export type AppointmentAct = keyof typeof lawfulIn

export function can(act: AppointmentAct, { state }: { state: AppointmentState }): boolean {
  const states: AppointmentState[] = lawfulIn[act]
  return states.includes(state)
}

/** 在预约时间段内可以取消 (the guide 五（一）2（4）②): until its slot is over. */
export function isCancellable(appointment: { state: AppointmentState; endsAt: string }, now: Date): boolean {
  return can('cancel', appointment) && now.getTime() < Date.parse(appointment.endsAt)
}
