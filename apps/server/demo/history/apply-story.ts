import type { Draft } from '@yiwang/cases/contract'
import { deliveryFor } from './delivery-wish.ts'
import { accountOf } from './applicants.ts'
import { fillForm } from './fill-form.ts'
import { askedFor, giveOnline, giveOnPaper, type Given } from './give-materials.ts'
import { applicantHand, staffHand, type Story, type Telling } from './telling.ts'
import { legalDay } from '@yiwang/standards'

/** From the wish to the number of the case: from home, or at the counter. */
export async function* apply(telling: Telling): Story {
  yield (telling.at = telling.plan.startsAt)
  if (telling.plan.where === 'online') await applyOnline(telling)
  else await walkIn(telling)
}

const formOf = ({ plan: { applicant, answers, luck, item, where }, past }: Telling, known: Readonly<Record<string, unknown>>) =>
  fillForm(item.schema, known, { applicant, answers, luck, today: legalDay(past.clock.now()), cheap: where === 'counter' })

async function applyOnline(telling: Telling): Promise<void> {
  const { past, staff, plan } = telling
  const { item, answers, luck, applicant } = plan
  telling.account = await accountOf(past, staff, applicant)
  const hand = applicantHand(telling)
  const draft = await hand.post<Draft>('/drafts', { implementationCode: item.implementationCode })
  past.clock.advance(luck.between(4, 20) * 60_000)
  const defers = item.onlineMode !== 'full' && luck.happens(0.5)
  const materials = await giveOnline(hand, askedFor(item, answers), draft.materials as Given[], defers)
  await hand.put(`/drafts/${draft.id}`, { answers, form: formOf(telling, draft.form), materials, delivery: deliveryFor(plan) })
  past.clock.advance(luck.between(30, 200) * 1000)
  const { caseNumber } = await hand.post<{ caseNumber: string }>(`/drafts/${draft.id}/submission`)
  Object.assign(telling, { caseNumber, at: past.clock.now() })
}

async function walkIn(telling: Telling): Promise<void> {
  const { past, plan } = telling
  const { item, answers, luck, applicant } = plan
  const { kind, name, number, phone, representative } = applicant
  const clerk = await staffHand(telling, 'counter')
  const { caseNumber } = await clerk.post<{ caseNumber: string }>('/cases', {
    implementationCode: item.implementationCode,
    applicant: { kind, name, number, phone, ...(kind === 'organisation' ? { legalRepresentative: representative } : {}) },
    answers,
    form: formOf(telling, {}),
    materials: giveOnPaper(askedFor(item, answers), luck.happens(0.5)),
    delivery: deliveryFor(plan),
  })
  Object.assign(telling, { caseNumber, at: past.clock.now() })
}
