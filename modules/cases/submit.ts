import type { Act } from '@yiwang/kernel'
import { profileOf } from '@yiwang/identity'
import { peopleOfProfile, requireApplicant } from './applicant-rules.ts'
import { channelOf } from './channel.ts'
import { checkDelivery } from './check-delivery.ts'
import { checkMaterials } from './check-materials.ts'
import type { CaseMoved } from './contract.ts'
import { getDraftForUpdate, noteSubmitted } from './draft-store.ts'
import { movedOf } from './facts.ts'
import { knownOf, requireForm } from './form-check.ts'
import { formOf, getItemInUse, requireOnline } from './item.ts'
import { openCase } from './open-case.ts'
import { originalsAtHandOver } from './materials.ts'
import { problem } from './problems.ts'
import { requireHeld } from './supersession.ts'

/** Handing an application in (提交申请): all of it is checked, then it is a case with a number; or nothing has happened. */
export async function submit(act: Act, draftId: string): Promise<CaseMoved> {
  const draft = await getDraftForUpdate(act, draftId)
  const item = await getItemInUse(act, draft.implementationCode)
  requireOnline(item)
  if (item.revisionId !== draft.revisionId) throw problem.itemChanged({ item: item.name })
  const profile = await profileOf(act, act.by.id)
  requireApplicant(item, profile)
  const form = requireForm(await formOf(act, item), draft.form, knownOf(profile))
  const people = peopleOfProfile(profile)
  await requireHeld(act, item, people)
  const materials = await checkMaterials({ desk: act, item, people, where: 'online' }, draft)
  const delivery = checkDelivery(item, draft.delivery ?? undefined, originalsAtHandOver(item, materials))
  const { answers } = draft
  const found = await openCase(act, { item, people, accountId: act.by.id, channel: channelOf(act.by), answers, form, delivery, materials })
  await noteSubmitted(act, draftId, found.caseNumber)
  return movedOf(found)
}
