import { beyond, keyOf, present, toPage, within, type Act, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import { divisionPrefix } from '@yiwang/standards'
import type { Counter, Hall } from '../contract.ts'
import { shortCode } from '../divisions/division-store.ts'
import { bodyProblem, hallProblem as problem } from '../problems.ts'

const hallColumns = [
  'id',
  'name',
  'kind',
  'division',
  'body_code as bodyCode',
  'address',
  'phone',
  'opening_hours as openingHours',
  'longitude',
  'latitude',
  'state',
] as const
const counterColumns = ['id', 'hall_id as hallId', 'number', 'name', 'kind', 'body_code as bodyCode', 'state'] as const

export async function getHall(tx: Tx, id: string): Promise<Hall> {
  const row = await tx.selectFrom('organisation.hall').select(hallColumns).where('id', '=', id).executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  return present(row) as Hall
}

/** Locked, and within what the actor may administer. */
export async function getHallToManage({ tx, by }: Act, id: string): Promise<Hall> {
  const row = await tx
    .selectFrom('organisation.hall')
    .select(hallColumns)
    .select(within(by, 'organisation.manageHalls', { body: 'body_code', division: 'division' }).as('reached'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ id })
  const { reached, ...hall } = row
  if (!reached) throw bodyProblem.outOfReach({ name: hall.name })
  return present(hall) as Hall
}

/** Open halls in the division and everything in it. */
export async function hallsOf(tx: Tx, division: string, { after, limit = 20 }: PageInput = {}): Promise<Page<Hall>> {
  const prefix = divisionPrefix(shortCode(division))
  let query = tx
    .selectFrom('organisation.hall')
    .select(hallColumns)
    .where('state', '=', 'open')
    .where('division', '>=', prefix)
    .where('division', '<=', prefix.padEnd(12, '9'))
    .orderBy('division')
    .orderBy('id')
    .limit(limit + 1)
  if (after !== undefined) query = query.where(beyond(['division', 'id'], keyOf(after, 2), 'asc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.division, row.id],
    (row) => present(row) as Hall,
  )
}

/** @throws hall.exists when the division has one of this name. */
export async function insertHall(tx: Tx, { bodyCode, openingHours, ...same }: Hall): Promise<void> {
  const insert = tx.insertInto('organisation.hall').values({ ...same, body_code: bodyCode, opening_hours: openingHours })
  const result = await insert.onConflict((conflict) => conflict.columns(['division', 'name']).doNothing()).executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.exists({ name: same.name })
}

export async function hallNameTaken(tx: Tx, { id, division, name }: Hall): Promise<boolean> {
  const query = tx.selectFrom('organisation.hall').select('id').where('division', '=', division).where('name', '=', name)
  return (await query.where('id', '<>', id).executeTakeFirst()) !== undefined
}

export async function updateHall(tx: Tx, { id, bodyCode, openingHours, ...same }: Hall): Promise<void> {
  const update = tx.updateTable('organisation.hall').set({ ...same, body_code: bodyCode, opening_hours: openingHours })
  await update.where('id', '=', id).execute()
}

export async function countersOf(tx: Tx, hallId: string): Promise<Counter[]> {
  const query = tx.selectFrom('organisation.counter').select(counterColumns).where('hall_id', '=', hallId)
  return (await query.orderBy('number').execute()).map((row) => present(row) as Counter)
}

/** @throws hall.counterExists when the hall has one of this number. */
export async function insertCounter(tx: Tx, { hallId, bodyCode, ...same }: Counter): Promise<void> {
  const insert = tx.insertInto('organisation.counter').values({ ...same, hall_id: hallId, body_code: bodyCode })
  const result = await insert.onConflict((conflict) => conflict.columns(['hall_id', 'number']).doNothing()).executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.counterExists({ number: same.number })
}
