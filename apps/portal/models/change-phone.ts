import type { Profile } from '@yiwang/identity/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, compactOf, errorsOf, hasErrors, missing, noErrors } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

export type PhoneChange = { errors: FormErrors; codesSent?: boolean; done?: boolean }

/** 更换绑定手机号码 (五（一）2（2）①): a code to the bound phone gives it up, another takes the new one. */
export async function changePhone(api: Api, form: FormData, t: Translate): Promise<PhoneChange> {
  const phone = compactOf(form, 'phone')
  if (form.get('intent') === 'send-codes') return sendBoth(api, phone, t)
  const errors = missing(form, { phone: t('signIn.needPhone'), code: t('phone.needCode'), newCode: t('phone.needNewCode') })
  if (hasErrors(errors)) return { errors, codesSent: true }
  const answer = await api.post('/me/phone', { body: { phone, code: compactOf(form, 'code'), newCode: compactOf(form, 'newCode') } })
  if (isOk(answer)) return { errors: noErrors, done: true }
  return { errors: errorsOf(answer, t, { 'identity.phoneTaken': 'phone' }), codesSent: true }
}

async function sendBoth(api: Api, phone: string, t: Translate): Promise<PhoneChange> {
  const profile = await api.get<Profile>('/me/profile')
  if (!isOk(profile)) return { errors: errorsOf(profile, t) }
  if (phone === profile.body.phone) return { errors: { fields: { phone: t('phone.same') } } }
  // The new one first: a slip of the pen there costs the bound phone no message.
  for (const to of [phone, profile.body.phone]) {
    const { errors, codeHeld } = await sendCode(api, to, 'changePhone', t)
    if (hasErrors(errors) && !codeHeld) return { errors }
  }
  return { errors: noErrors, codesSent: true }
}
