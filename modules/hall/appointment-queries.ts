import { beyond, keyOf, toPage, within, type Desk, type Page, type Tx } from '@yiwang/kernel'
import type { AppointmentRow } from './appointment-store.ts'
import { toAppointment, toHallAppointment } from './appointment-view.ts'
import type { Appointment, HallAppointment, HallAppointmentQuery, MyAppointmentsQuery } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

/** The newest first. */
export async function listOwnAppointments(desk: Desk, { after, limit = 20 }: MyAppointmentsQuery): Promise<Page<Appointment>> {
  let query = desk.tx.selectFrom('hall.appointment').selectAll().where('account_id', '=', desk.by.id)
  if (after !== undefined) query = query.where(beyond(['begins_at', 'number'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('begins_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.begins_at, row.number],
    (row) => toAppointment(desk, row),
  )
}

/** @throws appointment.notFound, also for another's */
export async function getOwnAppointment(desk: Desk, number: string): Promise<Appointment> {
  const query = desk.tx.selectFrom('hall.appointment').selectAll().where('number', '=', number)
  const row = await query.where('account_id', '=', desk.by.id).executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return toAppointment(desk, row)
}

/** What a hall expects, by day and time. */
export async function listHallAppointments(desk: Desk, hallId: string, wanted: HallAppointmentQuery): Promise<Page<HallAppointment>> {
  const { after, limit = 20, day, state } = wanted
  let query = desk.tx
    .selectFrom('hall.appointment')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where(within(desk.by, 'hall.lookAppointments', { body: 'body_code', division: 'division' }))
  if (day !== undefined) query = query.where('day', '=', day)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where(beyond(['day', 'begins', 'number'], keyOf(after, 3), 'asc'))
  const rows = await query
    .orderBy('day')
    .orderBy('begins')
    .orderBy('number')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.day, row.begins, row.number],
    (row) => toHallAppointment(desk, row),
  )
}

/** How many places of an item at a hall are taken, by day and beginning. */
export async function placesTaken(tx: Tx, hallId: string, code: string, span: { from: string; to: string }): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('hall.slot_day')
    .select(['day', 'begins', 'taken'])
    .where('hall_id', '=', hallId)
    .where('implementation_code', '=', code)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .execute()
  return new Map(rows.map(({ day, begins, taken }) => [`${day} ${begins}`, taken]))
}

/** Open ones of a day, locked: for a hall that closes. */
export async function lockOpenOfDay(tx: Tx, hallId: string, day: string): Promise<AppointmentRow[]> {
  const query = tx.selectFrom('hall.appointment').selectAll().where('hall_id', '=', hallId).where('day', '=', day)
  return query.where('state', 'in', ['booked', 'confirmed']).orderBy('number').forUpdate().execute()
}

export async function dueToRemind(tx: Tx, now: Date, until: Date, most: number): Promise<string[]> {
  const query = tx.selectFrom('hall.appointment').select('number').where('reminded_at', 'is', null)
  const due = query
    .where('state', 'in', ['booked', 'confirmed'])
    .where('begins_at', '>', now.toISOString())
    .where('begins_at', '<=', until.toISOString())
  return (await due.orderBy('begins_at').limit(most).execute()).map((row) => row.number)
}

/** Of days that are over, in states that wait for somebody. */
export async function pastAndOpen(tx: Tx, before: Date, most: number): Promise<string[]> {
  const query = tx.selectFrom('hall.appointment').select('number').where('state', 'in', ['booked', 'confirmed', 'ticketed'])
  return (await query.where('ends_at', '<', before.toISOString()).orderBy('ends_at').limit(most).execute()).map((row) => row.number)
}
