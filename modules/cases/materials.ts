import { checkedRegisterOf, hasOriginal } from '@yiwang/catalogue/rules'
import type { CasePeople } from './case-people.ts'
import type { GivenMaterial, MaterialSource, OnlineMode } from './contract.ts'
import type { ItemMaterial } from './item.ts'

type TrustLevel = 'A' | 'B' | 'C' | 'D'
export type Where = 'online' | 'counter'
/** Who gives, and where. */
export interface Giving {
  where: Where
  kind: CasePeople['kind']
}

/** What must be there and is not, so that all of it can be said at once. */
export function missingMaterials(asked: readonly ItemMaterial[], given: readonly Pick<GivenMaterial, 'code'>[]): ItemMaterial[] {
  const there = new Set(given.map(({ code }) => code))
  return asked.filter(({ code, need }) => need !== 'optional' && !there.has(code))
}

export type MaterialFault =
  | { fault: 'materialUnknown' | 'materialTwice'; codes: string[] }
  | { fault: 'materialSourceNotAllowed' | 'notDeferrable'; code: string; name: string }

/** What stands against the given materials by themselves. One the item has but this situation does not ask for is no fault; it is left away. */
export function givenFault(of: readonly ItemMaterial[], given: readonly GivenMaterial[], giving: Giving): MaterialFault | undefined {
  const byCode = new Map(of.map((material) => [material.code, material]))
  const codes = given.map(({ code }) => code)
  const unknown = codes.filter((code) => !byCode.has(code))
  if (unknown.length > 0) return { fault: 'materialUnknown', codes: unknown }
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) return { fault: 'materialTwice', codes: twice }
  for (const one of given) {
    const material = byCode.get(one.code)
    if (!material || mayComeAs(material, one, giving)) continue
    const fault = one.source === 'deferred' ? 'notDeferrable' : 'materialSourceNotAllowed'
    return { fault, code: one.code, name: material.name }
  }
  return undefined
}

/** Every way of giving names exactly what it gives: a file, or a licence of the library. */
function mayComeAs(material: ItemMaterial, { source, fileId, licenceIdentifier }: GivenMaterial, giving: Giving): boolean {
  const whole = (fileId !== undefined) === (source === 'upload') && (licenceIdentifier !== undefined) === (source === 'licence')
  return whole && waysOf(material, giving).includes(source)
}

/**
 * How a material may be given: paper only over the counter, deferred only where the item says so (容缺后补), by a register only where it has spoken
 * of this applicant (数据共享): when his account was checked.
 */
export function waysOf(material: ItemMaterial, { where, kind }: Giving): MaterialSource[] {
  return [
    'upload',
    ...(material.licenceTypes.length > 0 ? (['licence'] as const) : []),
    ...(where === 'online' && checkedRegisterOf(material) === kind ? (['register'] as const) : []),
    ...(where === 'counter' ? (['paper'] as const) : []),
    ...(material.need === 'deferrable' ? (['deferred'] as const) : []),
  ]
}

/**
 * How far a material can be relied on (信息分级, 五（一）3（2）（3）): A from a government library or register, B once an original was seen, C a scan
 * whose original is still to be seen, D what the applicant made and answers for.
 */
export function trustOf(
  material: Pick<ItemMaterial, 'kind' | 'source'>,
  { source }: Pick<GivenMaterial, 'source'>,
  fileLevel?: TrustLevel,
): TrustLevel {
  if (source === 'licence' || source === 'register') return 'A'
  if (source === 'paper') return 'B'
  if (source === 'upload' && (fileLevel === 'A' || fileLevel === 'B')) return fileLevel
  return source === 'upload' && hasOriginal(material) ? 'C' : 'D'
}

/** 全程网办: every material is verified already, so nothing of level C and nothing promised (五（一）2（4）①). */
export function notVerified(
  mode: OnlineMode,
  materials: readonly { name: string; trustLevel: TrustLevel; source: MaterialSource }[],
): string[] {
  if (mode !== 'full') return []
  return materials.filter(({ trustLevel, source }) => trustLevel === 'C' || source === 'deferred').map(({ name }) => name)
}

/** Those whose originals have to lie on the counter. */
export function originalsToSee<M extends { trustLevel: TrustLevel; originalCheckedAt?: string }>(materials: readonly M[]): M[] {
  return materials.filter(({ trustLevel, originalCheckedAt }) => trustLevel === 'C' && originalCheckedAt === undefined)
}

/** 原件核验: the names of what is handed in as a scan and must be shown at the hall before the result is handed over. */
export function originalsAtHandOver(
  { onlineMode }: { onlineMode?: OnlineMode | undefined },
  materials: readonly { name: string; trustLevel: TrustLevel }[],
): string[] {
  return onlineMode === 'verify' ? originalsToSee(materials).map(({ name }) => name) : []
}

/** The materials that valid licences of the applicant stand for already (电子证照自动引用). */
export function linkedLicences(
  materials: readonly Pick<ItemMaterial, 'code' | 'licenceTypes'>[],
  held: readonly { identifier: string; type: string }[],
): GivenMaterial[] {
  return materials.flatMap(({ code, licenceTypes }) => {
    const licence = held.find(({ type }) => licenceTypes.includes(type))
    return licence ? [{ code, source: 'licence' as const, licenceIdentifier: licence.identifier }] : []
  })
}
