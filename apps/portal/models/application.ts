import type { Draft } from '@yiwang/cases/contract'
import type { Answers, Implementation } from '@yiwang/catalogue/contract'
import { materialsFor, unanswered } from '@yiwang/catalogue/rules'
import type { Asking } from './give-materials.ts'
import { type Form, checkForm } from '@yiwang/forms'
import { type Api, isOk } from '../api.ts'
import { isReachable } from './recipient.ts'

/** 网上申请, step by step; a step with nothing to ask is not shown. Each step saves by itself, so that it can be left and taken up again. */
export const applicationSteps = ['questions', 'form', 'materials', 'delivery', 'check'] as const
export type ApplicationStep = (typeof applicationSteps)[number]

export type Application = {
  item: Implementation
  draft: Draft
  form: Form
  steps: ApplicationStep[]
}

export async function loadApplication(api: Api, code: string, draftId: string | null): Promise<Application | undefined> {
  if (!draftId) return undefined
  const path = `/items/${encodeURIComponent(code)}`
  const [item, draft, form] = await Promise.all([
    api.get<Implementation>(path),
    api.get<Draft>(`/drafts/${encodeURIComponent(draftId)}`),
    api.get<{ schema: Form }>(`${path}/form`),
  ])
  if (!isOk(item) || !isOk(draft) || draft.body.implementationCode !== code) return undefined
  const asked = isOk(form) ? form.body.schema : noForm
  return { item: item.body, draft: draft.body, form: asked, steps: stepsOf(item.body, asked, draft.body.answers) }
}

const noForm: Form = { type: 'object', properties: {}, additionalProperties: false }

export function stepsOf(item: Implementation, form: Form, answers: Answers): ApplicationStep[] {
  const empty: Partial<Record<ApplicationStep, boolean>> = {
    questions: item.questions.length === 0,
    form: Object.keys(form.properties).length === 0,
    materials: item.questions.length === 0 && materialsFor(item, answers).length === 0,
    delivery: item.result.delivery.length < 2,
  }
  return applicationSteps.filter((step) => !empty[step])
}

/** The materials this case asks for, by the answers given. */
export const askingOf = ({ item, draft }: Pick<Application, 'item' | 'draft'>): Asking => ({
  materials: materialsFor(item, draft.answers),
  given: draft.materials,
  onlineMode: item.onlineMode,
})

export const stepHref = (code: string, step: ApplicationStep, draftId: string): string =>
  `/apply/${encodeURIComponent(code)}/${step}?draft=${encodeURIComponent(draftId)}`

/** Where to take it up again: the first step that still lacks something, else the check. */
export function firstOpen({ item, draft, form, steps }: Application): ApplicationStep {
  const given = new Set(draft.materials.map(({ code }) => code))
  const open: Record<ApplicationStep, boolean> = {
    questions: unanswered(item, draft.answers).length > 0,
    form: checkForm(form, draft.form, { language: 'zh-CN' }).length > 0,
    materials: materialsFor(item, draft.answers).some(({ code, need }) => need !== 'optional' && !given.has(code)),
    delivery: !draft.delivery || (draft.delivery.method === 'courier' && !isReachable(draft.delivery.recipient)),
    check: true,
  }
  return steps.find((step) => open[step]) ?? 'check'
}

/** Where to go after a step, or back to. */
export function neighbour({ steps, item, draft }: Application, step: ApplicationStep, by: 1 | -1): string | undefined {
  const next = steps[steps.indexOf(step) + by]
  return next && stepHref(item.implementationCode, next, draft.id)
}
