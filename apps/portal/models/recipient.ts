import type { DeliveryWish } from '@yiwang/cases/contract'
import type { Profile } from '@yiwang/identity/contract'
import { isServicePhone, parseMobilePhone } from '@yiwang/standards'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, hasErrors, textOf } from './form-errors.ts'

export type Recipient = NonNullable<DeliveryWish['recipient']>

/** What was typed, right or wrong, as the form shows it again. */
export const typedRecipient = (form: FormData): Recipient => ({
  name: textOf(form, 'name'),
  phone: textOf(form, 'phone'),
  address: textOf(form, 'address'),
})

/** Whom a courier finds: name, telephone, address down to the house (附录四一4（6）); what is missing is asked for, what is too little is said. */
export function recipientErrors({ name, phone, address }: Recipient, t: Translate): FormErrors {
  const fields: Record<string, string> = {}
  if (name.length < 2) fields['name'] = t(name ? 'apply.nameShort' : 'apply.needRecipient')
  if (!parseMobilePhone(phone).ok && !isServicePhone(phone)) fields['phone'] = t(phone ? 'apply.phoneWrong' : 'signIn.needPhone')
  if (address.length < 5) fields['address'] = t(address ? 'apply.addressShort' : 'apply.needAddress')
  return { fields }
}

export const isReachable = (recipient: Recipient | undefined): boolean =>
  recipient !== undefined && !hasErrors(recipientErrors(recipient, (key) => key))

/** A draft keeps even what is not right yet, once there is something of everything. */
export const isWhole = (recipient: Recipient): boolean => Object.values(recipient).every((value) => value !== '')

/** Proposed from 用户基本信息, to be changed at will; nothing typed before is overwritten. */
export async function proposedRecipient(api: Api): Promise<Recipient | undefined> {
  const answer = await api.get<Profile>('/me/profile')
  if (!isOk(answer)) return undefined
  const { name, phone, address = '' } = answer.body
  return { name, phone, address }
}
