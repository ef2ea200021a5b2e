import type { Profile as ApiProfile, SessionLine } from '@yiwang/identity/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateTimeWords } from './dates.ts'
import { type FormErrors, errorsOf, hasErrors, missing, noErrors, textOf } from './form-errors.ts'
import { sendCode } from './sign-in.ts'

/** 用户基本信息 (五（一）3（1）): what came from registration is shown and locked; the rest is one's own to keep right. */
export type Profile = {
  kind: ApiProfile['kind']
  registered: { label: string; value: string }[]
  level: number
  email: string
  address: string
  sessions: { key: string; device: string; when: string; current: boolean }[]
}

export async function loadProfile(api: Api, t: Translate, language: Language): Promise<Profile | undefined> {
  const [profile, sessions] = await Promise.all([api.get<ApiProfile>('/me/profile'), api.get<SessionLine[]>('/me/sessions')])
  if (!isOk(profile)) return undefined
  const { kind, name, number, phone, email = '', address = '', legalRepresentativeName, level } = profile.body
  const registered: [string, string | undefined][] = [
    [t(`profile.name.${kind}`), name],
    [t(`profile.number.${kind}`), number],
    [t('profile.representative'), legalRepresentativeName],
    [t('signIn.phone'), phone],
    [t('profile.level'), t(`profile.levelName.${level}`)],
  ]
  const lines = isOk(sessions) && Array.isArray(sessions.body) ? sessions.body : []
  return {
    kind,
    level,
    email,
    address,
    registered: registered.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sessions: lines.map(({ key, device, seenAt, current }) => ({ key, device, current, when: dateTimeWords(seenAt, language) })),
  }
}

export type ProfileChange = { errors: FormErrors; codeSent?: boolean }

/** One of the small forms of the page, told apart by its button. */
export async function changeProfile(api: Api, form: FormData, t: Translate): Promise<ProfileChange> {
  const intent = textOf(form, 'intent')
  if (intent === 'password') return { errors: await changePassword(api, form, t) }
  if (intent.startsWith('end:')) {
    const answer = await api.delete(`/me/sessions/${encodeURIComponent(intent.slice(4))}`)
    return { errors: isOk(answer) ? noErrors : errorsOf(answer, t) }
  }
  return intent === 'send-code' ? sendProfileCode(api, t) : changeContact(api, form, t)
}

async function sendProfileCode(api: Api, t: Translate): Promise<ProfileChange> {
  const profile = await api.get<ApiProfile>('/me/profile')
  if (!isOk(profile)) return { errors: errorsOf(profile, t) }
  const { errors, codeHeld } = await sendCode(api, profile.body.phone, 'changeProfile', t)
  return hasErrors(errors) && !codeHeld ? { errors } : { errors: noErrors, codeSent: true }
}

/** 信息维护变更须短信验证 (五（一）2（4）①). */
async function changeContact(api: Api, form: FormData, t: Translate): Promise<ProfileChange> {
  const errors = missing(form, { code: t('signIn.needCode') })
  if (hasErrors(errors)) return { errors, codeSent: true }
  const [email, address] = [textOf(form, 'email'), textOf(form, 'address')]
  const body = { code: textOf(form, 'code').replace(/\s/g, ''), ...(email && { email }), ...(address && { address }) }
  const answer = await api.patch('/me/profile', { body })
  return isOk(answer) ? { errors: noErrors } : { errors: errorsOf(answer, t, { 'identity.codeWrong': 'code' }), codeSent: true }
}

async function changePassword(api: Api, form: FormData, t: Translate): Promise<FormErrors> {
  const errors = missing(form, { current: t('profile.needCurrent'), password: t('signIn.needPassword') })
  if (hasErrors(errors)) return errors
  if (form.get('password') !== form.get('passwordAgain')) return { fields: { passwordAgain: t('register.passwordsDiffer') } }
  const answer = await api.post('/me/password', { body: { current: form.get('current'), password: form.get('password') } })
  return isOk(answer) ? noErrors : errorsOf(answer, t, { 'identity.signInFailed': 'current', 'identity.passwordTooCommon': 'password' })
}

/** 三要素核验: one more thing that only the person has (五（一）2（1）②). */
export async function checkIdentity(api: Api, form: FormData, t: Translate): Promise<FormErrors> {
  const method = textOf(form, 'method') === 'bankCard' ? 'bankCard' : 'socialSecurityCard'
  const bank = method === 'bankCard'
  const name = bank ? 'bankCard' : 'socialSecurityCard'
  const errors = missing(form, { [name]: t('identityCheck.needCard'), ...(bank && { phone: t('signIn.needPhone') }) })
  if (hasErrors(errors)) return errors
  const cardNumber = textOf(form, name).replace(/\s/g, '')
  const body = bank ? { method, cardNumber, phone: textOf(form, 'phone').replace(/\s/g, '') } : { method, cardNumber }
  const answer = await api.post('/me/identity-checks', { body })
  return isOk(answer) ? noErrors : errorsOf(answer, t, { 'identity.cardFailed': name })
}
