import { agreementInForce, type Me } from '@yiwang/identity/contract'
import { isUscc } from '@yiwang/standards'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, compactOf, errorsOf, hasErrors, missing, noErrors } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

export type Activation = { errors: FormErrors; codeSent?: boolean; done?: { name: string; uscc: string } }

/** 法定代表人激活法人账号 (五（一）2（1）①): the register must name the person who is signed in as the organisation's legal representative. */
export async function activateOrganisation(api: Api, form: FormData, t: Translate): Promise<Activation> {
  const uscc = compactOf(form, 'uscc').toUpperCase()
  const phone = compactOf(form, 'phone')
  const sending = form.get('intent') === 'send-code'
  const errors = missing(form, { uscc: t('register.needUscc'), phone: t('signIn.needPhone'), ...(sending ? {} : askedAtLast(t)) })
  if (!errors.fields['uscc'] && !isUscc(uscc)) errors.fields['uscc'] = t('register.badUscc')
  if (!sending && !errors.fields['password'] && form.get('password') !== form.get('passwordAgain'))
    errors.fields['passwordAgain'] = t('register.passwordsDiffer')
  if (hasErrors(errors)) return { errors, codeSent: !sending }
  if (sending) {
    const { errors: refused, codeHeld } = await sendCode(api, phone, 'register', t)
    return hasErrors(refused) && !codeHeld ? { errors: refused } : { errors: noErrors, codeSent: true }
  }
  const body = { uscc, phone, code: compactOf(form, 'code'), password: form.get('password'), agreement: agreementInForce.organisation }
  const answer = await api.post<Me>('/me/organisations', { body })
  if (isOk(answer)) return { errors: noErrors, done: { name: answer.body.name, uscc } }
  return { errors: errorsOf(answer, t, fieldOf), codeSent: true }
}

const askedAtLast = (t: Translate) => ({
  code: t('signIn.needCode'),
  password: t('signIn.needPassword'),
  capable: t('register.needCapable'),
  agree: t('register.needAgree'),
})

const fieldOf = {
  'identity.usccWrong': 'uscc',
  'identity.organisationFailed': 'uscc',
  'identity.notItsRepresentative': 'uscc',
  'identity.alreadyRegistered': 'uscc',
  'identity.codeWrong': 'code',
  'identity.passwordTooCommon': 'password',
}
