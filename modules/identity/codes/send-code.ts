import { randomDigits } from '@yiwang/crypto'
import { newId, type Act } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import { phoneIndex } from '../accounts/account-store.ts'
import type { SendCodeInput } from '../contract.ts'
import { problem } from '../problems.ts'
import { digestOfCode, insertCode, lockPhone, sentSince } from './code-store.ts'

const minute = 60_000
const validMinutes = 5
const mostPerHour = 5

/**
 * Sends a one-time code (短信验证码), whether or not the phone has an account.
 * @throws identity.codeTooSoon within a minute of the last, identity.codeTooMany after five in an hour
 */
export async function sendCode(act: Act, { phone, purpose }: SendCodeInput): Promise<void> {
  const phoneKey = phoneIndex(act.settings, phone)
  await lockPhone(act.tx, phoneKey)
  const { count, last } = await sentSince(act.tx, phoneKey, new Date(act.now.getTime() - 60 * minute), act.now)
  if (last !== undefined && act.now.getTime() - Date.parse(last) < minute) throw problem.codeTooSoon()
  if (count >= mostPerHour) throw problem.codeTooMany()
  const code = randomDigits(6)
  const endsAt = new Date(act.now.getTime() + validMinutes * minute)
  await insertCode(act.tx, { id: newId(), phoneKey, purpose, digest: digestOfCode(act.settings, phoneKey, code), sentAt: act.now, endsAt })
  await send(act, { template: 'oneTimeCode', values: { code, minutes: validMinutes }, to: { phone } })
}
