import type { Act } from '@yiwang/kernel'
import { moveState } from './change-state.ts'
import { lockLicence } from './file-store.ts'
import { findLicence, type LicenceRecord } from './licence-store.ts'
import { problem } from './problems.ts'

/**
 * What was made before the originals were seen (原件核验, the guide 五（一）2（4）①) comes into force when they are: in the transaction of the hand-over,
 * which has asked who may. Its file is the holder's from now on.
 */
export async function comeIntoForce(act: Act, identifier: string): Promise<void> {
  await moveState(act, await locked(act, identifier), 'comeIntoForce')
}

/** The decision behind it is rescinded (撤销) before the licence was in force: it never comes into force. */
export async function withholdLicence(act: Act, identifier: string, reason: string): Promise<void> {
  await moveState(act, await locked(act, identifier), 'withhold', reason)
}

async function locked(act: Act, identifier: string): Promise<LicenceRecord> {
  const before = await findLicence(act, identifier)
  if (!before) throw problem.notFound({ identifier })
  await lockLicence(act.tx, before.id)
  return (await findLicence(act, identifier)) ?? before
}
