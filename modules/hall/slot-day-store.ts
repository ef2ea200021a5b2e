import type { Tx } from '@yiwang/kernel'
import { sql, type SqlBool } from 'kysely'
import type { AppointmentRow } from './appointment-store.ts'
import { problem } from './problems.ts'
import type {} from './generated/tables.ts'

type SlotOfDay = Pick<AppointmentRow, 'hall_id' | 'implementation_code' | 'day' | 'begins'>

/** Takes one of the places, if there is one left: asked and changed by one statement (停止预约, R5A-183). @throws appointment.full */
export async function takePlace(tx: Tx, { hall_id, implementation_code, day, begins }: SlotOfDay, quota: number): Promise<void> {
  const done = await tx
    .insertInto('hall.slot_day')
    .values({ hall_id, implementation_code, day, begins, taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['hall_id', 'implementation_code', 'day', 'begins'])
        .doUpdateSet({ taken: sql<number>`slot_day.taken + 1` })
        .where(sql<SqlBool>`slot_day.taken < ${quota}`),
    )
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) throw problem.full({ day, begins })
}

export async function freePlace(tx: Tx, { hall_id, implementation_code, day, begins }: SlotOfDay): Promise<void> {
  await tx
    .updateTable('hall.slot_day')
    .set({ taken: sql<number>`taken - 1` })
    .where('hall_id', '=', hall_id)
    .where('implementation_code', '=', implementation_code)
    .where('day', '=', day)
    .where('begins', '=', begins)
    .execute()
}
