import type { Act, Work } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { insertSignIn, isNewDevice, type SignInNote } from './sign-in-store.ts'

interface Holder {
  holderId: string
  kind: SignInNote['kind']
  /** Where the holder is told at once; staff read it in the console. */
  phone?: string
}

/** A sign-in (登录记录), in the act that starts the session; one from a device not seen before is told to the holder (异常登录提醒). */
export async function noteSignIn(
  act: Act,
  { holderId, kind, phone }: Holder,
  entrance: { channel: string; device: string },
): Promise<void> {
  if (await isNewDevice(act.tx, holderId, entrance.device))
    await send(act, {
      template: 'newDevice',
      values: { device: entrance.device },
      to: { accountId: holderId, ...(phone === undefined ? {} : { phone }) },
    })
  await insertSignIn(act, { holderId, kind, outcome: 'signedIn', ...entrance })
}

/** A failed one, in an act of its own: the act that would have followed never happens. */
export async function noteFailure(work: Work, holder: Holder | undefined, entrance: { channel: string; device: string }): Promise<void> {
  await work.perform('identity.noteFailure', async (act) => {
    if (holder) await insertSignIn(act, { holderId: holder.holderId, kind: holder.kind, outcome: 'failed', ...entrance })
  })
}
