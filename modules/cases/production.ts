import type { Act } from '@yiwang/kernel'
import { faceFrom, findLicence, getLicenceType, issueLicence, supersedeLicence } from '@yiwang/licences'
import { legalDay } from '@yiwang/standards'
import { peopleOf } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { changeCase, getCaseForUpdate } from './case-store.ts'
import type { CaseMoved } from './contract.ts'
import { movedOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem } from './item.ts'
import { requireLawful } from './require-lawful.ts'
import { originalsOpen } from './send-off.ts'
import { noteStep } from './step-store.ts'
import { namedIn, supersedingOf } from './supersession.ts'

/** Producing the licence a decision grants (制证): number and identifier are fixed now, the sealed file follows within moments. */
export async function produce(act: Act, caseNumber: string): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.produce')
  requireLawful('produce', found)
  return movedOf(await produceLicence(act, found))
}

/** @throws case.nothingToProduce, case.alreadyProduced, case.producedAtHandOver, licence.* */
export async function produceLicence(act: Act, found: CaseRecord): Promise<CaseRecord> {
  if ((await grantedType(act, found)) === undefined) throw problem.nothingToProduce()
  if (found.licenceIdentifier !== undefined) throw problem.alreadyProduced()
  if (await producedAtHandOver(act, found)) throw problem.producedAtHandOver()
  return makeLicence(act, found)
}

/** 延续、变更、补发 where originals are still to be seen: until they are, the licence the applicant holds stays as it is. */
export async function producedAtHandOver(act: Pick<Act, 'tx'>, found: CaseRecord): Promise<boolean> {
  const { supersedes } = (await pinnedItem(act, found)).result
  return supersedes !== undefined && (await originalsOpen(act, found)).length > 0
}

/** The licence as the decision grants it: a new one, not in force while originals are to be seen, or a further version of the one held. */
export async function makeLicence(act: Act, found: CaseRecord): Promise<CaseRecord> {
  const { licenceType: type = '', supersedes } = (await pinnedItem(act, found)).result
  const { fields } = await getLicenceType(act.tx, type)
  const people = peopleOf(act.settings, found)
  const known = {
    item: found.itemName,
    content: found.itemName,
    holder: people.name,
    legalRepresentative: people.legalRepresentative ?? people.name,
    ...found.form,
  }
  const wish = { type, face: faceFrom(fields, known), subject: { kind: 'case', key: found.caseNumber } }
  const { identifier } =
    supersedes === undefined
      ? await issueLicence(act, { ...wish, ...(await newLicenceOf(act, found)) })
      : await supersedeLicence(act, { ...wish, ...supersedingOf(act.settings, found, supersedes), named: await namedIn(act, found) })
  const changed = await changeCase(act, found, { licence_identifier: identifier })
  await noteStep(act, found, { name: '制证', act: 'produce', by: await handlerOf(act) })
  return changed
}

async function newLicenceOf(act: Act, found: CaseRecord) {
  const { kind, name, number } = peopleOf(act.settings, found)
  return {
    holder: { kind, name, number, ...(found.accountId === undefined ? {} : { accountId: found.accountId }) },
    issuer: { code: found.bodyCode, name: found.bodyName, division: found.division },
    validFrom: legalDay(act.now),
    pending: (await originalsOpen(act, found)).length > 0,
  }
}

/** The type of licence an approval grants; nothing where it was denied or forwarded, or where the decision itself is the result. */
export async function grantedType(act: Act, found: CaseRecord): Promise<string | undefined> {
  if (found.decision !== 'approved') return undefined
  return (await pinnedItem(act, found)).result.licenceType
}

/** The result is there to be handed over: the licence sealed and in the library, or the decision on its paper. @throws case.licenceNotBegun, case.licenceNotMade */
export async function requireProduced(act: Act, found: CaseRecord): Promise<void> {
  if ((await grantedType(act, found)) === undefined) return
  if (found.licenceIdentifier === undefined && (await producedAtHandOver(act, found))) return
  if (found.licenceIdentifier === undefined) throw problem.licenceNotBegun()
  const licence = await findLicence(act, found.licenceIdentifier)
  if (!licence || licence.awaitsFile) throw problem.licenceNotMade()
}
