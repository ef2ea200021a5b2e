import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { lockOpenOfDay } from './appointment-queries.ts'
import { callOff } from './cancel.ts'
import type { DayExceptionInput, ExceptedDay } from './contract.ts'
import { deleteException, saveException } from './exception-store.ts'
import { lockOffers } from './offer-store.ts'
import { problem } from './problems.ts'
import { hallInReach } from './reach.ts'

/** 停办日 or 加开日 of a hall. Whoever had booked a day that is closed is told, and his place with it is given up. */
export async function exceptDay(act: Act, hallId: string, day: string, input: DayExceptionInput): Promise<ExceptedDay> {
  const { division } = await hallInReach(act, hallId, 'hall.manageSlots')
  if (day < legalDay(act.now)) throw problem.dayPast()
  await lockOffers(act.tx, hallId)
  await saveException(act, hallId, day, input)
  const called = input.kind === 'closed' ? await lockOpenOfDay(act.tx, hallId, day) : []
  for (const row of called) await callOff(act, row, input.reason)
  await act.publish('hall.dayExcepted', { hallId, day, kind: input.kind, division, cancelled: called.length })
  return { day, ...input, reason: input.reason.trim(), cancelled: called.length }
}

/** The day is again as the calendar has it. @throws appointment.exceptionNotFound */
export async function takeExceptionBack(act: Act, hallId: string, day: string): Promise<void> {
  const { division } = await hallInReach(act, hallId, 'hall.manageSlots')
  if (!(await deleteException(act.tx, hallId, day))) throw problem.exceptionNotFound({ day })
  await act.publish('hall.dayExcepted', { hallId, day, kind: 'none', division, cancelled: 0 })
}
