import { contactOf } from '@yiwang/identity'
import type { Act } from '@yiwang/kernel'
import { send, type SendInput, type TemplateCode, type Value } from '@yiwang/messages'
import { formatChinese } from '@yiwang/standards'
import { holderOf, type AppointmentRow } from './appointment-store.ts'

/** What every message of an appointment says: what, where, when. */
export function named(row: AppointmentRow) {
  const time = `${row.begins}–${row.ends}`
  const when: Value = { 'zh-CN': `${formatChinese(row.day)}${time}`, en: `${row.day}, ${time}` }
  return { item: row.item_name, hall: row.hall_name, counter: row.counter, when, number: row.number }
}

/** To the account, or to the telephone a clerk wrote down, in the name of who runs the hall. */
export async function tell<T extends TemplateCode>(
  act: Act,
  row: AppointmentRow,
  what: Pick<SendInput<T>, 'template' | 'values'>,
): Promise<void> {
  const { accountId, phone } = holderOf(act.settings, row)
  const to = accountId === undefined ? { phone } : await contactOf(act, accountId)
  const from = { bodyCode: row.body_code, division: row.division }
  await send(act, { ...what, to, about: { kind: 'appointment', key: row.number }, from })
}

/** Where it can be cancelled by a click (提醒中告知取消方式). */
export function linkTo(act: Act, number: string): string {
  return `${act.settings.publicUrl}/my/appointments/${number}`
}
