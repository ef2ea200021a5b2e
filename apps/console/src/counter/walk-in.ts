import type { GivenMaterial, WalkInInput } from '@yiwang/cases/contract'
import type { Answers, Implementation, Material } from '@yiwang/catalogue/contract'
import { materialsFor } from '@yiwang/catalogue/rules'
import { isPersonId, isUscc } from '@yiwang/standards'
import { tidyNumber } from '../forms/tidy-number.ts'

/** Who stands at the counter, as the screen has it. */
export interface ApplicantScreen {
  kind: 'person' | 'organisation'
  name: string
  number: string
  phone: string
  legalRepresentative?: string
  hasAgent?: boolean
  agent?: { name: string; number: string; phone: string }
}

export interface WalkInScreen {
  item: Implementation
  applicant: ApplicantScreen
  answers: Answers
  form: Readonly<Record<string, unknown>>
  materials: Readonly<Record<string, GivenMaterial>>
  delivery?: WalkInInput['delivery']
}

/** The screen as the request: an agent only where there is one, materials only of the situation at hand. */
export function toWalkIn({ item, applicant, answers, form, materials, delivery }: WalkInScreen): WalkInInput {
  const { kind, name, number, phone, legalRepresentative, hasAgent, agent } = applicant
  const asked = materialsFor(item, answers)
  return {
    implementationCode: item.implementationCode,
    applicant: {
      kind,
      name: name.trim(),
      number: tidyNumber(number),
      phone: phone.trim(),
      ...(kind === 'organisation' && legalRepresentative ? { legalRepresentative: legalRepresentative.trim() } : {}),
    },
    ...(hasAgent && agent ? { agent: { ...agent, number: tidyNumber(agent.number) } } : {}),
    answers,
    form,
    materials: asked.flatMap(({ code }) => materials[code] ?? []),
    ...(delivery ? { delivery } : {}),
  }
}

/** Whether a certificate number can be right: length, check digit, date (GB 11643, GB 32100). */
export function isNumberRight(kind: ApplicantScreen['kind'], number: string): boolean {
  return kind === 'person' ? isPersonId(tidyNumber(number)) : isUscc(tidyNumber(number))
}

/** What must still be handed in before the application can be taken. */
export function stillMissing(
  item: Pick<Implementation, 'materials' | 'questions' | 'situations'>,
  answers: Answers,
  given: WalkInScreen['materials'],
): Material[] {
  return materialsFor(item, answers).filter(({ code, need }) => need !== 'optional' && !given[code])
}

/** What the form can be filled with, under the names of its sources. */
export function knownOf({ kind, name, number, phone, legalRepresentative, hasAgent, agent }: ApplicantScreen): Record<string, unknown> {
  const common = { 'space.name': hasAgent && agent ? agent.name : name, 'space.number': tidyNumber(number), 'space.mobile': phone }
  return kind === 'person'
    ? { ...common, 'population.name': name, 'population.idNumber': tidyNumber(number) }
    : {
        ...common,
        'organisation.name': name,
        'organisation.uscc': tidyNumber(number),
        ...(legalRepresentative ? { 'organisation.legalRepresentative': legalRepresentative } : {}),
      }
}
