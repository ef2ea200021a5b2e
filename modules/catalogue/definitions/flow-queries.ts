import { present, within, type Desk } from '@yiwang/kernel'
import type { Flow } from '../contract.ts'
import { flowColumns } from './flow-store.ts'

/** Flows of one's own body and those one reviews; newest first. */
export async function listFlows({ tx, by }: Desk, { state, limit = 50 }: { state?: Flow['state']; limit?: number }): Promise<Flow[]> {
  const reached = ['catalogue.lookWork', 'catalogue.deployFlow', 'catalogue.approveFlow']
  let select = tx
    .selectFrom('catalogue.flow')
    .select(flowColumns)
    .where((where) => where.or(reached.map((permission) => within(by, permission, { body: 'body_code', division: 'division' }))))
  if (state) select = select.where('state', '=', state)
  const rows = await select.orderBy('deployed_at', 'desc').orderBy('key').orderBy('version', 'desc').limit(limit).execute()
  return rows.map((row) => present(row) as Flow)
}
