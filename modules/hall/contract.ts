import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { Type, type Static } from 'typebox'

const Moment = Type.String({ format: 'date-time' })
export const Day = Type.String({ format: 'date' })
const Id = Type.String({ format: 'uuid' })
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
const Code = Type.String({ minLength: 1, maxLength: 40 })
const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Weekday = Type.Integer({ minimum: 1, maximum: 7 })

export const HallKey = Type.Object({ hallId: Id })
export const OfferKey = Type.Object({ hallId: Id, code: Code })
export const DayKey = Type.Object({ hallId: Id, day: Day })
export const ItemKey = Type.Object({ code: Code })
export const AppointmentKey = Type.Object({ number: Type.String({ pattern: '^A[0-9]{13}$' }) })
export const SuspensionKey = Type.Object({ id: Id })

/** 预约时段: on which weekday, from when to when, for how many (最大预约数). */
export const Slot = Type.Object({ weekday: Weekday, begins: Clock, ends: Clock, quota: Type.Integer({ minimum: 1, maximum: 1000 }) })
export type Slot = Static<typeof Slot>

/** 预约事项属性: whether the item may be booked at this hall, at which counters, and when. */
export const OfferInput = Type.Object({
  open: Type.Boolean(),
  counterIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
  slots: Type.Array(Slot, { minItems: 1, maxItems: 200 }),
})
export type OfferInput = Static<typeof OfferInput>
export const Offer = Type.Object({ hallId: Id, implementationCode: Type.String(), itemName: Type.String(), ...OfferInput.properties })
export type Offer = Static<typeof Offer>
export const OfferPage = pageOf(Offer)

/** 停办日 or 加开日 of a hall; an extra day follows the slots of a weekday. */
export const DayExceptionInput = Type.Union([
  Type.Object({ kind: Type.Literal('closed'), reason: Reason }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('extra'), asWeekday: Weekday, reason: Reason }, { additionalProperties: false }),
])
export type DayExceptionInput = Static<typeof DayExceptionInput>
export const DayException = Type.Object({
  day: Day,
  kind: Type.Enum(['closed', 'extra']),
  asWeekday: Type.Optional(Weekday),
  reason: Type.String(),
})
export type DayException = Static<typeof DayException>
export const DayExceptionPage = pageOf(DayException)
/** What closing a day meant for those who had booked it. */
export const ExceptedDay = Type.Object({ ...DayException.properties, cancelled: Type.Integer() })
export type ExceptedDay = Static<typeof ExceptedDay>

const CounterChoice = Type.Object({ id: Id, number: Type.String(), name: Type.String() })
/** A hall at which an item may be booked, with the counters that handle it. */
export const BookableHall = Type.Object({
  hallId: Id,
  name: Type.String(),
  address: Type.String(),
  openingHours: Type.String(),
  counters: Type.Array(CounterChoice),
})
export type BookableHall = Static<typeof BookableHall>
export const BookableHallPage = pageOf(BookableHall)

/** A day that may be booked now, and how many places each of its slots has left. */
export const BookableDay = Type.Object({
  day: Day,
  slots: Type.Array(Type.Object({ begins: Clock, ends: Clock, quota: Type.Integer(), left: Type.Integer() })),
})
export type BookableDay = Static<typeof BookableDay>
export const BookableDays = Type.Object({ from: Day, to: Day, days: Type.Array(BookableDay) })
export type BookableDays = Static<typeof BookableDays>

export const BookInput = Type.Object({ implementationCode: Code, hallId: Id, counterId: Id, day: Day, begins: Clock })
export type BookInput = Static<typeof BookInput>
/** By a clerk, for somebody who stands there or calls. */
export const BookForInput = Type.Object({
  ...Type.Omit(BookInput, ['hallId']).properties,
  kind: Type.Enum(['person', 'organisation']),
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  holderNumber: Type.String({ minLength: 18, maxLength: 18 }),
  phone: Type.String({ pattern: '^1[3-9]\\d{9}$' }),
})
export type BookForInput = Static<typeof BookForInput>

export const AppointmentState = Type.Enum(['booked', 'confirmed', 'ticketed', 'served', 'missed', 'unserved', 'cancelled'])
export type AppointmentState = Static<typeof AppointmentState>

/** 预约, as the one who booked sees it. */
export const Appointment = Type.Object({
  number: Type.String(),
  hallId: Id,
  hallName: Type.String(),
  counter: Type.String(),
  implementationCode: Type.String(),
  itemName: Type.String(),
  day: Day,
  begins: Clock,
  ends: Clock,
  state: AppointmentState,
  channel: Type.String(),
  bookedAt: Moment,
  cancelReason: Type.Optional(Type.String()),
  /** Whether it may still be cancelled now. */
  cancellable: Type.Boolean(),
})
export type Appointment = Static<typeof Appointment>
export const AppointmentPage = pageOf(Appointment)
export const MyAppointmentsQuery = Type.Object({ ...PageQuery })
export type MyAppointmentsQuery = Static<typeof MyAppointmentsQuery>

/** As the hall sees it: who comes, the number masked. */
export const HallAppointment = Type.Object({
  ...Appointment.properties,
  holderKind: Type.Enum(['person', 'organisation']),
  holderName: Type.String(),
  holderNumber: Type.String(),
  phone: Type.String(),
})
export type HallAppointment = Static<typeof HallAppointment>
export const HallAppointmentPage = pageOf(HallAppointment)
export const HallAppointmentQuery = Type.Object({ ...PageQuery, day: Type.Optional(Day), state: Type.Optional(AppointmentState) })
export type HallAppointmentQuery = Static<typeof HallAppointmentQuery>

export const ReasonInput = Type.Object({ reason: Reason })
export type ReasonInput = Static<typeof ReasonInput>

/** 暂停网上预约. */
export const Suspension = Type.Object({
  id: Id,
  holderName: Type.String(),
  misses: Type.Integer(),
  madeAt: Moment,
  endsAt: Moment,
  liftedAt: Type.Optional(Moment),
  liftReason: Type.Optional(Type.String()),
})
export type Suspension = Static<typeof Suspension>
export const SuspensionPage = pageOf(Suspension)
export const SuspensionQuery = Type.Object({ ...PageQuery })
export type SuspensionQuery = Static<typeof SuspensionQuery>
