import type { CodePurpose } from '@yiwang/identity/contract'
import type { ProblemAnswer } from '@yiwang/kernel/contract'
import { type Answer, type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type FormErrors, compactOf, errorsOf, hasErrors, missing, noErrors, textOf } from './form-errors.ts'

export type Way = 'password' | 'code'
export type Kind = 'person' | 'organisation'
export type SignIn = { done?: Answer; errors: FormErrors; codeSent?: boolean; codeHeld?: boolean }

/** 身份证号, bound mobile number or credit code with password; or mobile number with a code by SMS (五（一）2（1）③). */
export async function signIn(api: Api, form: FormData, way: Way, kind: Kind, t: Translate): Promise<SignIn> {
  const sending = form.get('intent') === 'send-code'
  const errors = missing(form, askedFor(way, kind, sending, t))
  if (hasErrors(errors)) return { errors, codeSent: way === 'code' && textOf(form, 'account') !== '' && !sending }
  const account = compactOf(form, 'account').toUpperCase()
  if (sending) return sendCode(api, account, 'signIn', t)
  const body = way === 'code' ? { phone: account, code: compactOf(form, 'code') } : { login: account, password: form.get('password') }
  const answer = await api.post('/sessions', { body })
  if (isOk(answer)) return { done: answer, errors }
  return { errors: errorsOf(answer, t, { 'identity.codeWrong': 'code' }), codeSent: way === 'code' }
}

export async function sendCode(api: Api, phone: string, purpose: CodePurpose, t: Translate): Promise<SignIn> {
  if (!/^1[3-9]\d{9}$/.test(phone)) return { errors: { fields: { [purpose === 'signIn' ? 'account' : 'phone']: t('signIn.badPhone') } } }
  const answer = await api.post('/one-time-codes', { body: { phone, purpose } })
  if (isOk(answer)) return { errors: noErrors, codeSent: true }
  const codeHeld = (answer.body as Partial<ProblemAnswer> | null)?.type === 'identity.codeTooSoon'
  return { errors: errorsOf(answer, t), ...(codeHeld && { codeHeld }) }
}

function askedFor(way: Way, kind: Kind, sending: boolean, t: Translate): Record<string, string> {
  const account = { account: t(way === 'code' ? 'signIn.needPhone' : kind === 'person' ? 'signIn.needAccount' : 'signIn.needUscc') }
  if (sending) return account
  return way === 'password' ? { ...account, password: t('signIn.needPassword') } : { ...account, code: t('signIn.needCode') }
}
