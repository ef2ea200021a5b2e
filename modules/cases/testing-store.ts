import { newId, type Act } from '@yiwang/kernel'
import type {} from './generated/tables.ts'

/** Makes a draft look as if it had been saved under an earlier revision of its item. */
export async function updateDraftRevision({ tx }: Act, id: string): Promise<void> {
  await tx.updateTable('cases.draft').set({ revision_id: newId() }).where('id', '=', id).execute()
}
