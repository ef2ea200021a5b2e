import { agreementInForce } from '@yiwang/identity/contract'
import { type LegalDay, isMinor, isUscc, legalDay, parsePersonId } from '@yiwang/standards'
import { type Answer, type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, compactOf, errorsOf, hasErrors, keptValues, missing, noErrors, textOf } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

/** Real-name registration (五（一）2（1）②), one thing a screen. What was typed travels with the form: there is no half account before the agreement is signed. */
export type RegistrationKind = 'person' | 'organisation'
export const registrationSteps = ['identity', 'phone', 'agreement'] as const
export type RegistrationStep = (typeof registrationSteps)[number]
export type Registration = {
  step: RegistrationStep
  errors: FormErrors
  kept: Record<string, string>
  codeSent?: boolean
  codeHeld?: boolean
  done?: Answer
}

export const fresh: Registration = { step: 'identity', errors: noErrors, kept: {} }

export async function register(api: Api, kind: RegistrationKind, form: FormData, t: Translate, now: Date): Promise<Registration> {
  const kept = keptValues(form)
  const step = registrationSteps.find((one) => one === form.get('step')) ?? 'identity'
  if (form.get('intent') === 'back') return { step: step === 'agreement' ? 'phone' : 'identity', errors: noErrors, kept }
  if (step === 'identity') {
    const errors = identityErrors(kind, form, t, legalDay(now))
    return { step: hasErrors(errors) ? 'identity' : 'phone', errors, kept }
  }
  if (step === 'phone' || form.get('intent') === 'send-code') {
    const { errors, codeSent, codeHeld } = await sendCode(api, compact(form, 'phone'), 'register', t)
    // Who begins again within the minute has a code that still holds, and needs a field for it, not a refusal.
    if (codeHeld && step === 'phone') return { step: 'agreement', errors: noErrors, kept, codeHeld }
    const goOn = step === 'agreement' || codeSent === true
    return { step: goOn ? 'agreement' : 'phone', errors, kept, ...(codeSent && { codeSent }) }
  }
  return sign(api, kind, form, kept, t)
}

const compact = (form: FormData, name: string): string => compactOf(form, name).toUpperCase()

function identityErrors(kind: RegistrationKind, form: FormData, t: Translate, today: LegalDay): FormErrors {
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
    if (!(name in asked) || fields[name]) continue
    const fault = numberFault(compact(form, name), today)
    if (fault) fields[name] = t(fault)
  }
  if (kind === 'organisation' && !fields['uscc'] && !isUscc(compact(form, 'uscc'))) fields['uscc'] = t('register.badUscc')
  return { fields }
}

/** What the number itself tells, before anybody is sent a code: a slip of the pen, or an age at which nobody registers alone (民法典 17). */
function numberFault(number: string, today: LegalDay): string | undefined {
  const parsed = parsePersonId(number, { on: today })
  if (!parsed.ok) return parsed.fault === 'check' ? 'register.checkDigit' : 'register.badIdNumber'
  return isMinor(parsed.value.birthDate, today) ? 'register.minor' : undefined
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
