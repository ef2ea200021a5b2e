import type { Profile } from '@yiwang/identity/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, hasErrors, missing, noErrors, textOf } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

export type Closing = { errors: FormErrors; codeSent?: boolean; done?: boolean }

/** 自行注销账号 (附录四一8): what still runs is said first, and whoever closes the account all the same says so. */
export async function closeAccount(api: Api, form: FormData, running: number, t: Translate): Promise<Closing> {
  if (form.get('intent') === 'send-code') {
    const profile = await api.get<Profile>('/me/profile')
    if (!isOk(profile)) return { errors: errorsOf(profile, t) }
    const { errors, codeHeld } = await sendCode(api, profile.body.phone, 'closeAccount', t)
    return hasErrors(errors) && !codeHeld ? { errors } : { errors: noErrors, codeSent: true }
  }
  const errors = missing(form, {
    ...(running > 0 && { despite: t('closing.needDespite') }),
    sure: t('closing.needSure'),
    code: t('signIn.needCode'),
  })
  if (hasErrors(errors)) return { errors, codeSent: true }
  const answer = await api.post('/me/closing', { body: { code: textOf(form, 'code').replace(/\s/g, '') } })
  if (isOk(answer)) return { errors: noErrors, done: true }
  return { errors: errorsOf(answer, t, { 'identity.codeWrong': 'code' }), codeSent: true }
}
