import { newId, type Act } from '@yiwang/kernel'
import { prefill } from '@yiwang/forms'
import { profileOf } from '@yiwang/identity'
import { requireApplicant } from './applicant-rules.ts'
import type { Draft, DraftInput } from './contract.ts'
import {
  countDrafts,
  deleteDraft,
  deleteOldDrafts,
  draftsAtMost,
  getDraft,
  getDraftForUpdate,
  insertDraft,
  updateDraft,
} from './draft-store.ts'
import { knownOf } from './form-check.ts'
import { formOf, getItemInUse, requireOnline } from './item.ts'
import { ownLicences } from './licence-library.ts'
import { linkedLicences } from './materials.ts'
import { problem } from './problems.ts'
import { requireHeld } from './supersession.ts'

/** Beginning an application (网上申请): what the personal space knows stands in the form already, and what the licence library has is linked (五（一）2（4）①). */
export async function startDraft(act: Act, implementationCode: string): Promise<Draft> {
  const item = await getItemInUse(act, implementationCode)
  requireOnline(item)
  const profile = await profileOf(act, act.by.id)
  requireApplicant(item, profile)
  await requireHeld(act, item, profile)
  if ((await countDrafts(act)) >= draftsAtMost) throw problem.tooManyDrafts({ most: draftsAtMost })
  const id = newId()
  const held = item.materials.some(({ licenceTypes }) => licenceTypes.length > 0) ? await ownLicences(act, profile) : []
  const form = prefill(await formOf(act, item), knownOf(profile)).data
  await insertDraft(act, id, item, { form, materials: linkedLicences(item.materials, held) })
  return getDraft(act, id)
}

/** Saving what was filled in so far, right or not yet; it follows the newest version of the item. */
export async function saveDraft(act: Act, id: string, input: DraftInput): Promise<Draft> {
  const draft = await getDraftForUpdate(act, id)
  const item = await getItemInUse(act, draft.implementationCode)
  await updateDraft(act, id, item, input)
  return getDraft(act, id)
}

/** Discarding it: nothing is left. */
export async function discardDraft(act: Act, id: string): Promise<void> {
  await getDraftForUpdate(act, id)
  await deleteDraft(act, id)
}

export { getDraft, listDrafts } from './draft-store.ts'

const day = 86_400_000
/** Drafts hold personal data: used ones go after a week, untouched ones after half a year. */
export async function forgetDrafts(act: Act): Promise<void> {
  await deleteOldDrafts(act, new Date(act.now.getTime() - 7 * day), new Date(act.now.getTime() - 183 * day))
}
