import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, compactOf, errorsOf, hasErrors, missing, noErrors } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

export type Reset = { errors: FormErrors; codeSent?: boolean; done?: boolean }

/** 找回密码: a code to the registered number, then a new password. The answer never says whether the number is known. */
export async function resetPassword(api: Api, form: FormData, t: Translate): Promise<Reset> {
  const phone = compactOf(form, 'phone')
  if (form.get('intent') === 'send-code') {
    const { errors, codeSent = false, codeHeld = false } = await sendCode(api, phone, 'resetPassword', t)
    return { errors, codeSent: codeSent || codeHeld }
  }
  const errors = missing(form, { phone: t('signIn.needPhone'), code: t('signIn.needCode'), password: t('signIn.needPassword') })
  if (hasErrors(errors)) return { errors, codeSent: true }
  if (form.get('password') !== form.get('passwordAgain'))
    return { errors: { fields: { passwordAgain: t('register.passwordsDiffer') } }, codeSent: true }
  const answer = await api.post('/password-resets', { body: { phone, code: compactOf(form, 'code'), password: form.get('password') } })
  if (isOk(answer)) return { errors: noErrors, done: true }
  return { errors: errorsOf(answer, t, { 'identity.codeWrong': 'code', 'identity.passwordTooCommon': 'password' }), codeSent: true }
}
