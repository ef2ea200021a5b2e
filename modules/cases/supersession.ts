import type { Act, Desk, Settings } from '@yiwang/kernel'
import { licenceToSupersede, type Supersession } from '@yiwang/licences'
import { peopleOf, type CasePeople } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import type { CaseItem } from './item.ts'
import { listMaterials } from './material-store.ts'
import { handlingProblem as problem } from './handling-problems.ts'

/** Whose licence the decision renews, changes or issues again, and who may: its own issuer. */
export function supersedingOf(
  settings: Settings,
  found: CaseRecord,
  how: Supersession['how'],
): Pick<Supersession, 'how' | 'holder' | 'issuerCode'> {
  const { kind, name, number } = peopleOf(settings, found)
  return { how, holder: { kind, name, number }, issuerCode: found.bodyCode }
}

/** The licences the applicant handed in as materials: of several he holds, it is the one he named. */
export async function namedIn({ tx }: Pick<Act, 'tx'>, { caseNumber }: CaseRecord): Promise<string[]> {
  return (await listMaterials(tx, caseNumber)).flatMap(({ licenceIdentifier }) => licenceIdentifier ?? [])
}

/** Who applies for a renewal, a change or a reissue has something to renew. @throws case.noneToSupersede */
export async function requireHeld(
  desk: Desk,
  item: CaseItem,
  { kind, name, number }: Pick<CasePeople, 'kind' | 'name' | 'number'>,
): Promise<void> {
  const { licenceType: type, supersedes: how } = item.result
  if (type === undefined || how === undefined) return
  const held = await licenceToSupersede(desk, { how, type, holder: { kind, name, number }, issuerCode: item.bodyCode, named: [] })
  if (!held) throw problem.noneToSupersede({ licence: item.result.name })
}
