import { parsePersonId, parseUscc } from '@yiwang/standards'
import type { Profile } from '@yiwang/identity/contract'
import type { CasePeople } from './case-people.ts'
import type { Agent, WalkInInput } from './contract.ts'
import type { CaseItem } from './item.ts'
import { problem } from './problems.ts'

/** @throws case.notForApplicant, case.levelTooLow, case.legalRepresentativeMissing: who may apply for what (服务对象, 实名等级). */
export function requireApplicant(item: CaseItem, { kind, level, legalRepresentativeName }: Profile): void {
  if (!item.audiences.includes(kind)) throw problem.notForApplicant({ audiences: item.audiences })
  if (kind === 'organisation' && legalRepresentativeName === undefined) throw problem.legalRepresentativeMissing()
  if (level < item.realNameLevel) throw problem.levelTooLow({ level: item.realNameLevel })
}

/** The account holder is applicant and contact (appendix 3-1: 如果无代理人，联系人就是申请人). */
export function peopleOfProfile({ kind, name, number, phone, legalRepresentativeName }: Profile): CasePeople {
  return {
    kind,
    name,
    number,
    phone,
    ...(legalRepresentativeName === undefined ? {} : { legalRepresentative: legalRepresentativeName }),
    contact: { name, number, phone, agent: false },
  }
}

/** The people at the counter, their numbers in proper writing. @throws where a check digit is wrong or somebody is missing. */
export function peopleAtCounter(
  { kind, name, number, phone, legalRepresentative }: WalkInInput['applicant'],
  agent: Agent | undefined,
): CasePeople {
  const proper = applicantNumber(kind, number)
  if (kind === 'organisation' && legalRepresentative === undefined) throw problem.legalRepresentativeMissing()
  const contact = agent
    ? { name: agent.name, number: personNumber(agent.number, problem.agentNumberWrong), phone: agent.phone, agent: true }
    : { name, number: proper, phone, agent: false }
  return { kind, name, number: proper, phone, contact, ...(legalRepresentative === undefined ? {} : { legalRepresentative }) }
}

/** The number in its proper writing. @throws case.applicantNumberWrong */
export function applicantNumber(kind: CasePeople['kind'], typed: string): string {
  return kind === 'person' ? personNumber(typed, problem.applicantNumberWrong) : organisationNumber(typed)
}

function personNumber(typed: string, refusal: (details: { fault: string }) => Error): string {
  const read = parsePersonId(typed)
  if (!read.ok) throw refusal({ fault: read.fault })
  return read.value.number
}

function organisationNumber(typed: string): string {
  const read = parseUscc(typed)
  if (!read.ok) throw problem.applicantNumberWrong({ fault: read.fault })
  return read.value.code
}
