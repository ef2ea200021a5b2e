import { getActiveBody, getDivision } from '@yiwang/organisation'
import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { Elements, PublishInput, Revision } from '../contract.ts'
import { requireDeployed } from '../definitions/require-deployed.ts'
import { getActiveEntry } from '../directory/directory-store.ts'
import { itemProblem as problem } from '../problems.ts'
import { canOnRevision } from '../rules/lifecycle.ts'
import { bringIntoForce } from './bring-into-force.ts'
import { getItemForUpdate, rivalsOf, updateItem } from './item-store.ts'
import { getOpenRevision, stepRevision } from './revision-store.ts'

/** Publication (发布): the guide becomes public on its day, and new applications follow it from then on. */
export async function publish(act: Act, implementationCode: string, { effectiveOn }: PublishInput = {}): Promise<Revision> {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.publish')
  const revision = await getOpenRevision(act.tx, implementationCode)
  if (!canOnRevision('publish', revision.state)) throw problem.notLawfulNow({ state: revision.state })
  const today = legalDay(act.now)
  const day = effectiveOn ?? today
  if (day < today) throw problem.effectiveInPast({ today })
  await getActiveEntry(act.tx, item.baseCode)
  await requireDeployed(act.tx, revision.elements)
  const rivals = await rivalsOf(act.tx, item)
  if (rivals.length > 0) throw problem.incomplete({ findings: [twoBodies(rivals)] })
  const body = await getActiveBody(act.tx, revision.elements.bodyCode ?? item.bodyCode)
  const { name: divisionName } = await getDivision(act.tx, item.division)
  const version = item.lastVersion + 1
  const names = { bodyName: body.name, divisionName }
  await stepRevision(act, revision.id, { state: 'published', version, effectiveOn: day, published: names })
  await updateItem(act, implementationCode, { lastVersion: version })
  const published: Revision = { ...revision, state: 'published', version, effectiveOn: day }
  if (day <= today) await bringIntoForce(act, implementationCode, revision.id)
  return published
}

const twoBodies = (rivals: readonly string[]) => ({
  element: 'bodyCode' satisfies keyof Elements,
  code: 'twoBodies',
  severity: 'error',
  text: `同一区划已有主办机构：${rivals.join('、')}`,
})
