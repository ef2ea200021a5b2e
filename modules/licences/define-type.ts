import type { Act } from '@yiwang/kernel'
import type { LicenceType, LicenceTypeInput } from './contract.ts'
import { insertDraft, listVersionsForUpdate, replaceDraft, setTypeState } from './licence-type-store.ts'
import { problem } from './problems.ts'
import { typeFaults } from './type-rules.ts'

/**
 * 证照目录管理 (the guide 五（二）1（4）①): a draft of a new type or of the next version of one; a draft that is there is replaced.
 * @throws licence.typeUnsound, licence.typeDraftThere
 */
export async function draftLicenceType(act: Act, code: string, input: LicenceTypeInput): Promise<LicenceType> {
  const errors = typeFaults(code, input)
  if (errors.length > 0) throw problem.typeUnsound({ errors })
  const [newest] = await listVersionsForUpdate(act, code)
  if (newest?.state === 'draft') {
    await replaceDraft(act, code, newest.version, input)
    return { ...newest, ...input }
  }
  const version = (newest?.version ?? 0) + 1
  await insertDraft(act, code, version, act.by.body ?? code.slice(0, 18), input)
  return { code, version, state: 'draft', ...input }
}

/** Publishing (发布): from now on licences are issued by this version; those issued before keep theirs. */
export async function publishLicenceType(act: Act, code: string): Promise<LicenceType> {
  const versions = await listVersionsForUpdate(act, code)
  const draft = versionIn(code, versions, 'draft')
  const inForce = versions.find((one) => one.state === 'published')
  if (inForce) await setTypeState(act, code, inForce.version, 'replaced')
  await setTypeState(act, code, draft.version, 'published')
  await act.publish('licenceType.published', { code, version: draft.version, name: draft.name })
  return { ...draft, state: 'published' }
}

/** Taking a type out of use (停用): what was issued stays, nothing more is issued. */
export async function retireLicenceType(act: Act, code: string): Promise<LicenceType> {
  const inForce = versionIn(code, await listVersionsForUpdate(act, code), 'published')
  await setTypeState(act, code, inForce.version, 'retired')
  await act.publish('licenceType.retired', { code, name: inForce.name })
  return { ...inForce, state: 'retired' }
}

function versionIn(code: string, versions: readonly LicenceType[], state: LicenceType['state']): LicenceType {
  const [newest] = versions
  if (!newest) throw problem.typeNotFound({ code })
  const found = versions.find((one) => one.state === state)
  if (!found) throw problem.typeUnlawful({ state: newest.state })
  return found
}
