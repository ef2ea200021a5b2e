import type { Desk } from '@yiwang/kernel'
import { materialsFor, unanswered } from '@yiwang/catalogue'
import { findFiles } from '@yiwang/documents'
import type { CasePeople } from './case-people.ts'
import type { DraftInput, GivenMaterial } from './contract.ts'
import type { CaseItem, ItemMaterial } from './item.ts'
import { ownLicences } from './licence-library.ts'
import { givenFault, missingMaterials, notVerified, trustOf, type Where } from './materials.ts'
import type { NewMaterial } from './material-store.ts'
import { problem } from './problems.ts'

export interface Asking {
  desk: Desk
  item: CaseItem
  people: Pick<CasePeople, 'kind' | 'number'>
  where: Where
}

/** What was given, against what the situation asks for. @throws the first kind of fault, with all of its places at once. */
export async function checkMaterials(asking: Asking, input: Pick<DraftInput, 'answers' | 'materials'>): Promise<NewMaterial[]> {
  const { item, where } = asking
  const open = unanswered(item, input.answers)
  if (open.length > 0) throw problem.answersMissing({ questions: open.map(({ key, text }) => ({ key, text })) })
  const asked = materialsFor(item, input.answers)
  const materials = await readMaterials(asking, input.materials, asked)
  const missing = missingMaterials(asked, materials)
  if (missing.length > 0) throw materialsMissing(missing)
  const unverified = where === 'online' && item.onlineMode ? notVerified(item.onlineMode, materials) : []
  if (unverified.length > 0) throw problem.materialNotVerified({ names: unverified })
  return materials
}

export function materialsMissing(missing: readonly Pick<ItemMaterial, 'code' | 'name'>[]): Error {
  return problem.materialsMissing({ missing: missing.map(({ code }) => code), names: missing.map(({ name }) => name) })
}

/** The given materials among those asked for, each with what it points at: a file of the giver's, a valid licence of the applicant's. */
export async function readMaterials(
  asking: Asking,
  given: readonly GivenMaterial[],
  asked: readonly ItemMaterial[],
): Promise<NewMaterial[]> {
  const fault = givenFault(asking.item.materials, given, { where: asking.where, kind: asking.people.kind })
  if (fault) throw problem[fault.fault]({ ...fault })
  const wanted = new Map(asked.map((material) => [material.code, material]))
  const taken = given.flatMap((one) => {
    const material = wanted.get(one.code)
    return material ? [{ one, material }] : []
  })
  const levels = await levelsOfFiles(
    asking.desk,
    taken.map(({ one }) => one),
  )
  await checkLicences(asking, taken)
  return taken.map(({ one, material }) => ({
    ...one,
    name: material.name,
    trustLevel: trustOf(material, one, one.fileId === undefined ? undefined : levels.get(one.fileId)),
    originalChecked: one.source === 'paper',
  }))
}

/** @throws case.materialNotYours for a file that is somebody else's or not there: the answer is the same. */
async function levelsOfFiles({ tx, by }: Desk, given: readonly GivenMaterial[]): Promise<Map<string, NewMaterial['trustLevel']>> {
  const uploads = given.flatMap(({ code, fileId }) => (fileId === undefined ? [] : [{ code, fileId }]))
  const files = new Map(
    (
      await findFiles(
        tx,
        uploads.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const strange = uploads.filter(({ fileId }) => {
    const file = files.get(fileId)
    return (by.kind === 'user' ? file?.ownerAccount : file?.keptBy) !== by.id
  })
  if (strange.length > 0) throw problem.materialNotYours({ codes: strange.map(({ code }) => code) })
  return new Map([...files.values()].map((file) => [file.id, file.trustLevel]))
}

/** @throws case.materialNotYours for a licence that is another's, expired, revoked, or of a type that does not stand for the material. */
async function checkLicences({ desk, people }: Asking, taken: readonly { one: GivenMaterial; material: ItemMaterial }[]): Promise<void> {
  const linked = taken.filter(({ one }) => one.source === 'licence')
  if (linked.length === 0) return
  const held = new Map((await ownLicences(desk, people)).map((licence) => [licence.identifier, licence.type]))
  const strange = linked.filter(({ one, material }) => !material.licenceTypes.includes(held.get(one.licenceIdentifier ?? '') ?? ''))
  if (strange.length > 0) throw problem.materialNotYours({ codes: strange.map(({ one }) => one.code) })
}
