import { agreementInForce } from '@yiwang/identity/contract'
import { isPersonId, isUscc } from '@yiwang/standards'
import { type Answer, type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, errorsOf, hasErrors, keptValues, missing, noErrors, textOf } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

/** Real-name registration (五（一）2（1）②), one thing a screen. What was typed travels with the form: there is no half account before the agreement is signed. */
export type RegistrationKind = 'person' | 'organisation'
export const registrationSteps = ['identity', 'phone', 'agreement'] as const
export type RegistrationStep = (typeof registrationSteps)[number]
export type Registration = { step: RegistrationStep; errors: FormErrors; kept: Record<string, string>; codeSent?: boolean; done?: Answer }

export const fresh: Registration = { step: 'identity', errors: noErrors, kept: {} }

export async function register(api: Api, kind: RegistrationKind, form: FormData, t: Translate): Promise<Registration> {
  const kept = keptValues(form)
  const step = registrationSteps.find((one) => one === form.get('step')) ?? 'identity'
  if (form.get('intent') === 'back') return { step: step === 'agreement' ? 'phone' : 'identity', errors: noErrors, kept }
  if (step === 'identity') {
    const errors = identityErrors(kind, form, t)
    return { step: hasErrors(errors) ? 'identity' : 'phone', errors, kept }
  }
  if (step === 'phone' || form.get('intent') === 'send-code') {
    const { errors, codeSent } = await sendCode(api, compact(form, 'phone'), 'register', t)
    const goOn = step === 'agreement' || codeSent === true
    return { step: goOn ? 'agreement' : 'phone', errors, kept, ...(codeSent && { codeSent }) }
  }
  return sign(api, kind, form, kept, t)
}

const compact = (form: FormData, name: string): string => textOf(form, name).replace(/[\s-]/g, '').toUpperCase()

function identityErrors(kind: RegistrationKind, form: FormData, t: Translate): FormErrors {
  const asked =
    kind === 'person'
      ? { name: t('register.needName'), idNumber: t('register.needIdNumber') }
      : {
          uscc: t('register.needUscc'),
          name: t('register.needOrganisationName'),
          legalRepresentativeName: t('register.needRepresentative'),
          legalRepresentativeIdNumber: t('register.needIdNumber'),
        }
  const { fields } = missing(form, asked)
  for (const name of ['idNumber', 'legalRepresentativeIdNumber']) {
    if (name in asked && !fields[name] && !isPersonId(compact(form, name))) fields[name] = t('register.badIdNumber')
  }
  if (kind === 'organisation' && !fields['uscc'] && !isUscc(compact(form, 'uscc'))) fields['uscc'] = t('register.badUscc')
  return { fields }
}

async function sign(api: Api, kind: RegistrationKind, form: FormData, kept: Record<string, string>, t: Translate): Promise<Registration> {
  const again = (errors: FormErrors): Registration => ({ step: 'agreement', errors, kept })
  const asked = {
    code: t('signIn.needCode'),
    password: t('signIn.needPassword'),
    agree: t('register.needAgree'),
    capable: t('register.needCapable'),
  }
  const errors = missing(form, asked)
  if (!errors.fields['password'] && form.get('password') !== form.get('passwordAgain'))
    errors.fields['passwordAgain'] = t('register.passwordsDiffer')
  if (hasErrors(errors)) return again(errors)
  const shared = {
    name: textOf(form, 'name'),
    phone: compact(form, 'phone'),
    code: compact(form, 'code'),
    password: form.get('password'),
    agreement: agreementInForce[kind],
  }
  const body =
    kind === 'person'
      ? { ...shared, idNumber: compact(form, 'idNumber') }
      : {
          ...shared,
          uscc: compact(form, 'uscc'),
          legalRepresentativeName: textOf(form, 'legalRepresentativeName'),
          legalRepresentativeIdNumber: compact(form, 'legalRepresentativeIdNumber'),
        }
  const answer = await api.post(kind === 'person' ? '/accounts/persons' : '/accounts/organisations', { body })
  if (isOk(answer)) return { step: 'agreement', errors: noErrors, kept, done: answer }
  return again(errorsOf(answer, t, { 'identity.codeWrong': 'code', 'identity.passwordTooCommon': 'password' }))
}
