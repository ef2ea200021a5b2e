/** 预约控制 (the guide 五（一）2（4）②): which days and times may be booked. */
import { addDays, legalDay, startOfLegalDay, weekday, type HolidayCalendar } from '@yiwang/standards'
import type { DayException, Slot } from './contract.ts'

/** 从第二天开始的一周内: D+1 to D+7. */
export function bookableSpan(now: Date): { from: string; to: string } {
  const today = legalDay(now)
  return { from: addDays(today, 1), to: addDays(today, 7) }
}

export interface HallDays {
  calendar: Pick<HolidayCalendar, 'isWorkday' | 'to'>
  exceptions: readonly DayException[]
}

/**
 * The slots of a day: those of its weekday where it is a workday by the legal calendar. A weekend that is worked (调休上班) and has no slots of
 * its own follows Monday's. A day nobody knows yet (the calendar of its year is not published) has none, for nobody may promise it.
 */
export function slotsOn(day: string, slots: readonly Slot[], { calendar, exceptions }: HallDays): Slot[] {
  const exception = exceptions.find((one) => one.day === day)
  if (exception) return slots.filter((slot) => exception.kind === 'extra' && slot.weekday === exception.asWeekday)
  if (day > calendar.to || !calendar.isWorkday(day)) return []
  const own = slots.filter((slot) => slot.weekday === weekday(day))
  return own.length > 0 || weekday(day) < 6 ? own : slots.filter((slot) => slot.weekday === 1)
}

/** Two of one weekday that overlap, or one that ends before it begins. */
export function overlap(slots: readonly Slot[]): boolean {
  return slots.some((slot, index) => slot.begins >= slot.ends || slots.slice(index + 1).some((other) => meet(slot, other)))
}

function meet(one: Slot, other: Slot): boolean {
  return one.weekday === other.weekday && one.begins < other.ends && other.begins < one.ends
}

export interface Hours {
  days: readonly number[]
  from: string
  to: string
}

/** Slots at hours when the item is not handled (办理时间, element 33); without hours of its own it keeps the hall's. */
export function slotsOutside(hours: readonly Hours[], slots: readonly Slot[]): Slot[] {
  if (hours.length === 0) return []
  const fits = (slot: Slot) => hours.some(({ days, from, to }) => days.includes(slot.weekday) && from <= slot.begins && slot.ends <= to)
  return slots.filter((slot) => !fits(slot))
}

/** The moment of a wall clock in Beijing on a day. */
export function momentOf(day: string, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return new Date(startOfLegalDay(day).getTime() + (hours * 60 + minutes) * 60_000)
}
