import { hide, indexOf, reveal, within, type Act, type Settings, type Tables, type Tx } from '@yiwang/kernel'
import { sql, type Selectable, type SqlBool } from 'kysely'
import type { AppointmentState } from './contract.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

/** Whose document number the appointment is on (同一身份证). */
export interface Holder {
  kind: 'person' | 'organisation'
  name: string
  number: string
  phone: string
  accountId?: string
}

export type AppointmentRow = Selectable<Tables['hall.appointment']>
export type NewAppointment = Pick<
  AppointmentRow,
  | 'number'
  | 'hall_id'
  | 'hall_name'
  | 'body_code'
  | 'division'
  | 'counter_id'
  | 'counter'
  | 'implementation_code'
  | 'item_name'
  | 'day'
  | 'begins'
  | 'ends'
  | 'channel'
> & { begins_at: Date; ends_at: Date }

const openStates = ['booked', 'confirmed', 'ticketed']
/** Written out, as the index has it: behind parameters the database would not recognise its predicate. */
const isOpen = sql<SqlBool>`state in ('booked', 'confirmed', 'ticketed')`
const place = (column: string, number: string) => `hall.appointment/${column}/${number}`

export function holderIndex(settings: Settings, { kind, number }: Pick<Holder, 'kind' | 'number'>): string {
  return indexOf(settings, 'appointment-holder', `${kind}:${number}`)
}

/** 'A', the day on which it was booked, and a number counted round within seven digits. */
export async function nextNumber(tx: Tx, today: string): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('hall.appointment_sequence')::text as next`.execute(tx)
  return `A${today.slice(2).replaceAll('-', '')}${(rows[0]?.next ?? '').padStart(7, '0')}`
}

/** @throws appointment.alreadyBooked: of two at once for one document number and item, one is told */
export async function insertAppointment(act: Act, appointment: NewAppointment, holder: Holder): Promise<AppointmentRow> {
  const { tx, settings, now, by } = act
  const holder_index = holderIndex(settings, holder)
  const row = await tx
    .insertInto('hall.appointment')
    .values({
      ...appointment,
      account_id: holder.accountId ?? null,
      holder_index,
      holder_kind: holder.kind,
      name_hidden: hide(settings, holder.name, place('name', appointment.number)),
      number_hidden: hide(settings, holder.number, place('number', appointment.number)),
      phone_hidden: hide(settings, holder.phone, place('phone', appointment.number)),
      state: 'booked',
      booked_at: now,
      booked_by: by.id,
    })
    .onConflict((conflict) => conflict.columns(['holder_index', 'implementation_code']).where(isOpen).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return row
  const open = tx.selectFrom('hall.appointment').select('number').where('holder_index', '=', holder_index).where('state', 'in', openStates)
  const other = await open.where('implementation_code', '=', appointment.implementation_code).executeTakeFirst()
  throw problem.alreadyBooked({ item: appointment.item_name, number: other?.number ?? '' })
}

/** Another's appointment is as if it were not there. @throws appointment.notFound */
export async function getOwnForUpdate({ tx, by }: Act, number: string): Promise<AppointmentRow> {
  const query = tx.selectFrom('hall.appointment').selectAll().where('number', '=', number).where('account_id', '=', by.id)
  const row = await query.forUpdate().executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return row
}

/** Locked, and of a hall within reach. @throws appointment.notFound */
export async function getForUpdate({ tx, by }: Act, number: string): Promise<AppointmentRow> {
  const row = await tx
    .selectFrom('hall.appointment')
    .selectAll()
    .where('number', '=', number)
    .where(within(by, 'hall.manageAppointments', { body: 'body_code', division: 'division' }))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ number })
  return row
}

export async function moveTo(act: Act, row: AppointmentRow, state: AppointmentState, reason?: string): Promise<AppointmentRow> {
  const ended = openStates.includes(state) ? {} : { ended_at: act.now, ended_by: act.by.id }
  const why = reason === undefined ? {} : { cancel_reason: reason }
  const update = act.tx
    .updateTable('hall.appointment')
    .set({ state, ...ended, ...why })
    .where('number', '=', row.number)
  return update.returningAll().executeTakeFirstOrThrow()
}

/** For the jobs, which act on nobody's behalf. */
export async function lockAppointment(tx: Tx, number: string): Promise<AppointmentRow | undefined> {
  return tx.selectFrom('hall.appointment').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
}

export async function noteReminded(act: Act, number: string): Promise<void> {
  await act.tx.updateTable('hall.appointment').set({ reminded_at: act.now }).where('number', '=', number).execute()
}

/** Where word of it goes: to the account, or to the telephone a clerk wrote down. */
export function holderOf(settings: Settings, row: AppointmentRow): Holder {
  const open = (column: 'name' | 'number' | 'phone') => reveal(settings, row[`${column}_hidden`], place(column, row.number))
  const account = row.account_id === null ? {} : { accountId: row.account_id }
  return { kind: row.holder_kind as Holder['kind'], name: open('name'), number: open('number'), phone: open('phone'), ...account }
}
