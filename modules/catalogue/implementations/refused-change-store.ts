import type { Act, Desk } from '@yiwang/kernel'
import { getWorkItem } from './work-queries.ts'

export interface RefusedChange {
  fields: string[]
  by: string
  at: string
}

export async function insertRefusedChange(
  act: Act,
  { id, implementationCode, fields }: { id: string; implementationCode: string; fields: string[] },
): Promise<void> {
  await act.tx
    .insertInto('catalogue.refused_change')
    .values({ id, implementation_code: implementationCode, fields, actor_id: act.by.id, at: act.now })
    .execute()
}

/** Newest first. */
export async function listRefusedChanges(desk: Desk, implementationCode: string): Promise<RefusedChange[]> {
  await getWorkItem(desk, implementationCode)
  return desk.tx
    .selectFrom('catalogue.refused_change')
    .select(['fields', 'actor_id as by', 'at'])
    .where('implementation_code', '=', implementationCode)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
