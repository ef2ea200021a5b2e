import type { CaseMoved, DraftInput } from '@yiwang/cases/contract'
import { materialsFor, unanswered } from '@yiwang/catalogue/rules'
import { type FormError, checkForm, tidyForm } from '@yiwang/forms'
import type { ProblemAnswer } from '@yiwang/kernel/contract'
import { type Answer, type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type Application, type ApplicationStep, askingOf } from './application.ts'
import { readForm } from './form-data.ts'
import { type FormErrors, errorsOf, fieldName, hasErrors, missing, noErrors } from './form-errors.ts'
import { giveMaterials } from './give-materials.ts'
import { type Recipient, isWhole, recipientErrors, typedRecipient } from './recipient.ts'
import { originalsToShow, unverified, waysOffered } from './verified-only.ts'

/** `typed`: for whom, as it was typed; shown again even where it is not kept yet. */
export type StepResult = { errors: FormErrors; input: DraftInput; typed?: Recipient; caseNumber?: string }
type Doing = { api: Api; application: Application; form: FormData; t: Translate; language: Language }

/** One step sent in: it is kept in any case; unless it was sent to be kept only, it must also be right before the next one. */
export async function takeStep(step: ApplicationStep, doing: Doing): Promise<StepResult> {
  const { api, application, form, t } = doing
  const keepOnly = form.get('intent') === 'save'
  const { input, errors, typed } = await readers[step](doing)
  if (step === 'check' && !keepOnly) return hasErrors(errors) ? { errors, input } : submit(doing, input)
  const saved = await api.put(`/drafts/${encodeURIComponent(application.draft.id)}`, { body: input })
  if (!isOk(saved)) return { errors: errorsOf(saved, t), input, ...(typed && { typed }) }
  return { errors: keepOnly ? noErrors : errors, input, ...(typed && { typed }) }
}

type Read = { input: DraftInput; errors: FormErrors; typed?: Recipient }
const readers: Record<ApplicationStep, (doing: Doing) => Read | Promise<Read>> = {
  questions: readAnswers,
  form: readFields,
  materials: async ({ api, application, form, t }) => {
    const { materials, errors } = await giveMaterials(api, askingOf(application), form, t)
    const fields = { ...(await unverified(api, application.item, materials, t)), ...errors.fields }
    return { input: { ...inputOf(application), materials }, errors: { ...errors, fields } }
  },
  delivery: readDelivery,
  check: ({ application, form, t }) => ({ input: inputOf(application), errors: missing(form, { promise: t('apply.needPromise') }) }),
}

export function inputOf({ draft }: Application): DraftInput {
  const { answers, form, materials, delivery } = draft
  return { answers, form, materials, ...(delivery && { delivery }) }
}

function readAnswers({ application, form, t }: Doing): Read {
  const { item } = application
  const answers: DraftInput['answers'] = {}
  for (const { key, many } of item.questions) {
    const values = form.getAll(key).filter((value): value is string => typeof value === 'string')
    if (values.length > 0) answers[key] = many ? values : (values[0] ?? '')
  }
  const wanted = new Set(materialsFor(item, answers).map(({ code }) => code))
  const materials = application.draft.materials.filter(({ code }) => wanted.has(code))
  const fields = Object.fromEntries(unanswered(item, answers).map(({ key }) => [key, t('apply.needAnswer')]))
  return { input: { ...inputOf(application), answers, materials }, errors: { fields } }
}

function readFields({ application, form, language }: Doing): Read {
  const data = tidyForm(application.form, readForm(application.form, form, application.draft.form))
  const wrong = checkForm(application.form, data, { language: language === 'en' ? 'en' : 'zh-CN' })
  return { input: { ...inputOf(application), form: data }, errors: formErrors(wrong) }
}

export const formErrors = (errors: readonly Pick<FormError, 'path' | 'message'>[]): FormErrors => ({
  fields: Object.fromEntries([...errors].reverse().map(({ path, message }) => [fieldName(path), message])),
})

/** Name, telephone and address are asked for only where a courier brings the result (附录四一4（6）). */
async function readDelivery({ api, application, form, t }: Doing): Promise<Read> {
  const originals = await originalsToShow(api, application.item, application.draft.materials)
  const method = waysOffered(application.item, originals).find((one) => one === form.get('method'))
  const typed = typedRecipient(form)
  if (!method) return { input: inputOf(application), errors: { fields: { method: t('apply.needMethod') } }, typed }
  if (method !== 'courier') return { input: { ...inputOf(application), delivery: { method } }, errors: noErrors }
  const delivery = { method, ...(isWhole(typed) && { recipient: typed }) }
  return { input: { ...inputOf(application), delivery }, errors: recipientErrors(typed, t), typed }
}

async function submit({ api, application, t }: Doing, input: DraftInput): Promise<StepResult> {
  const answer = await sendIn(api, application.draft.id)
  const caseNumber = becameOf(answer)
  if (caseNumber) return { errors: noErrors, input, caseNumber }
  return { errors: submissionErrors(answer, t), input }
}

const sendIn = (api: Api, draftId: string): Promise<Answer<CaseMoved>> =>
  api.post<CaseMoved>(`/drafts/${encodeURIComponent(draftId)}/submission`, { headers: { 'idempotency-key': `submit-${draftId}` } })

/** The case it is now, whether this click made it or one in another tab. */
function becameOf(answer: Answer<CaseMoved>): string | undefined {
  if (isOk(answer)) return answer.body.caseNumber
  const refused = answer.body as (Partial<ProblemAnswer> & { caseNumber?: string }) | null
  return refused?.type === 'case.alreadySubmitted' ? refused.caseNumber : undefined
}

/** The last click of a second tab: the draft is gone because it was handed in already, and its sender is led to the case it became. */
export async function alreadySent(api: Api, step: ApplicationStep | undefined, draftId: string | null): Promise<string | undefined> {
  return step === 'check' && draftId ? becameOf(await sendIn(api, draftId)) : undefined
}

/** What the form says is wrong comes with its places, so that each can be found again. */
function submissionErrors(answer: Answer, t: Translate): FormErrors {
  const body = answer.body as Partial<ProblemAnswer>
  const placed = (body.errors ?? []).map(({ pointer, message }) => ({ path: pointer.replace(/^\/form(?=\/)/, ''), message }))
  return placed.length > 0 ? { general: body.title ?? t('problem.unknown'), ...formErrors(placed) } : errorsOf(answer, t)
}
