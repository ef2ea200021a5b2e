import type { GivenMaterial, ServiceCase } from '@yiwang/cases/contract'
import { type Form, checkForm, tidyForm } from '@yiwang/forms'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { formErrors } from './apply-acts.ts'
import { dateWords } from './dates.ts'
import { readForm } from './form-data.ts'
import { type FormErrors, errorsOf, hasErrors, noErrors } from './form-errors.ts'
import { isFile, upload } from './upload.ts'

/** 网上补正: only what was asked for, all of it at once; the number stays the same. */
export type Correction = {
  item: string
  note: string
  until: string
  lines: { code: string; name: string; what: string }[]
  /** The form itself, where something in it was objected to. */
  form?: { definition: Form; data: Record<string, unknown>; what: string }
}

const formCode = '$form'

export async function loadCorrection(api: Api, number: string, t: Translate, language: Language): Promise<Correction | undefined> {
  const answer = await api.get<ServiceCase>(`/my/cases/${encodeURIComponent(number)}`)
  if (!isOk(answer) || answer.body.state !== 'correcting') return undefined
  const asked = answer.body.corrections.findLast(({ answeredAt }) => answeredAt === undefined)
  if (!asked) return undefined
  const ofForm = asked.items.find(({ code }) => code === formCode)
  const form = ofForm && (await api.get<{ schema: Form }>(`/items/${encodeURIComponent(answer.body.implementationCode)}/form`))
  return {
    item: answer.body.itemName,
    note: asked.note ?? '',
    until: t('asked.until', { date: dateWords(asked.dueOn, language) }),
    lines: asked.items.filter(({ code }) => code !== formCode),
    ...(ofForm && form && isOk(form) && { form: { definition: form.body.schema, data: answer.body.form, what: ofForm.what } }),
  }
}

export type Sent = { errors: FormErrors; data?: Record<string, unknown> }

export async function sendCorrection(
  api: Api,
  number: string,
  asked: Correction,
  form: FormData,
  t: Translate,
  language: Language,
): Promise<Sent> {
  const fields: Record<string, string> = {}
  for (const { code, name } of asked.lines) if (!isFile(form.get(code))) fields[code] = t('correction.needFile', { name })
  const data = asked.form && tidyForm(asked.form.definition, readForm(asked.form.definition, form, asked.form.data))
  if (asked.form)
    Object.assign(fields, formErrors(checkForm(asked.form.definition, data, { language: language === 'en' ? 'en' : 'zh-CN' })).fields)
  if (hasErrors({ fields })) return { errors: { fields }, ...(data && { data }) }
  const materials: GivenMaterial[] = []
  for (const { code } of asked.lines) {
    const sent = await upload(api, form.get(code) as File)
    if ('refused' in sent) return { errors: { fields: { [code]: errorsOf(sent.refused, t).general ?? t('problem.unknown') } } }
    materials.push({ code, source: 'upload', fileId: sent.kept.id })
  }
  const answer = await api.post(`/my/cases/${encodeURIComponent(number)}/correction`, { body: { materials, ...(data && { form: data }) } })
  return isOk(answer) ? { errors: noErrors } : { errors: errorsOf(answer, t), ...(data && { data }) }
}
