import { beyond, keyOf, newId, toPage, type Act, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { SignInLine } from '../contract.ts'
import type { Entrance } from './start-session.ts'

export interface SignInNote extends Entrance {
  holderId: string
  kind: 'user' | 'staff'
  outcome: 'signedIn' | 'failed'
}

export async function insertSignIn(act: Act, { holderId, kind, outcome, channel, device }: SignInNote): Promise<void> {
  await act.tx
    .insertInto('identity.sign_in')
    .values({ id: newId(), holder_id: holderId, kind, outcome, channel, device: device.slice(0, 120), at: act.now })
    .execute()
}

/** Whether this device is a new one for somebody who has signed in before. */
export async function isNewDevice(tx: Tx, holderId: string, device: string): Promise<boolean> {
  const ever = tx.selectFrom('identity.sign_in').select('id').where('holder_id', '=', holderId).where('outcome', '=', 'signedIn')
  if ((await ever.limit(1).executeTakeFirst()) === undefined) return false
  return (await ever.where('device', '=', device.slice(0, 120)).limit(1).executeTakeFirst()) === undefined
}

/** One's own, the newest first. */
export async function listSignIns(tx: Tx, holderId: string, { after, limit = 20 }: PageInput): Promise<Page<SignInLine>> {
  let query = tx
    .selectFrom('identity.sign_in')
    .select(['id', 'outcome', 'channel', 'device', 'at'])
    .where('holder_id', '=', holderId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where(beyond(['at', 'id'], keyOf(after, 2), 'desc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.at, row.id],
    (row) => row as SignInLine,
  )
}

export async function forgetSignIns(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('identity.sign_in').where('at', '<', before.toISOString()).execute()
}
