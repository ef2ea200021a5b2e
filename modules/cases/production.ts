import type { Act } from '@yiwang/kernel'
import { faceFrom, findLicence, getLicenceType, issueLicence } from '@yiwang/licences'
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
import { noteStep } from './step-store.ts'

/** Producing the licence a decision grants (制证): number and identifier are fixed now, the sealed file follows within moments. */
export async function produce(act: Act, caseNumber: string): Promise<CaseMoved> {
  const found = await getCaseForUpdate(act, caseNumber, 'cases.produce')
  requireLawful('produce', found)
  return movedOf(await produceLicence(act, found))
}

/** @throws case.nothingToProduce, case.alreadyProduced, licence.* */
export async function produceLicence(act: Act, found: CaseRecord): Promise<CaseRecord> {
  const type = await grantedType(act, found)
  if (type === undefined) throw problem.nothingToProduce()
  if (found.licenceIdentifier !== undefined) throw problem.alreadyProduced()
  const { fields } = await getLicenceType(act.tx, type)
  const people = peopleOf(act.settings, found)
  const known = {
    item: found.itemName,
    content: found.itemName,
    holder: people.name,
    legalRepresentative: people.legalRepresentative ?? people.name,
    ...found.form,
  }
  const { identifier } = await issueLicence(act, {
    type,
    holder: {
      kind: people.kind,
      name: people.name,
      number: people.number,
      ...(found.accountId === undefined ? {} : { accountId: found.accountId }),
    },
    issuer: { code: found.bodyCode, name: found.bodyName, division: found.division },
    face: faceFrom(fields, known),
    validFrom: legalDay(act.now),
    subject: { kind: 'case', key: found.caseNumber },
  })
  const changed = await changeCase(act, found, { licence_identifier: identifier })
  await noteStep(act, found, { name: '制证', act: 'produce', by: await handlerOf(act) })
  return changed
}

/** The type of licence an approval grants; nothing where it was denied or forwarded, or where the decision itself is the result. */
export async function grantedType(act: Act, found: CaseRecord): Promise<string | undefined> {
  if (found.decision !== 'approved') return undefined
  return (await pinnedItem(act, found)).result.licenceType
}

/** The result is there to be handed over: the licence sealed and in the library, or the decision on its paper. @throws case.licenceNotBegun, case.licenceNotMade */
export async function requireProduced(act: Act, found: CaseRecord): Promise<void> {
  if ((await grantedType(act, found)) === undefined) return
  if (found.licenceIdentifier === undefined) throw problem.licenceNotBegun()
  const licence = await findLicence(act, found.licenceIdentifier)
  if (!licence || licence.awaitsFile) throw problem.licenceNotMade()
}
