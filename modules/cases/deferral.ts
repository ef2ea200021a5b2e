import { materialsFor } from '@yiwang/catalogue'
import type { CaseRecord } from './case-record.ts'
import { materialsMissing } from './check-materials.ts'
import type { CaseMaterial } from './contract.ts'
import type { CaseItem } from './item.ts'
import type { NewMaterial } from './material-store.ts'
import { problem } from './problems.ts'

/**
 * Acceptance with deferred materials (容缺受理): the clerk names each one that may follow, among those the item lets follow. What was promised
 * and is not named keeps the application at the counter.
 * @returns the materials that take the place of what was given.
 */
export function deferredMaterials(
  found: Pick<CaseRecord, 'answers'>,
  item: CaseItem,
  materials: readonly CaseMaterial[],
  deferred: readonly string[],
): NewMaterial[] {
  const asked = new Map(materialsFor(item, found.answers).map((material) => [material.code, material]))
  const unknown = deferred.filter((code) => !asked.has(code))
  if (unknown.length > 0) throw problem.materialUnknown({ codes: unknown })
  const fixed = deferred.flatMap((code) => asked.get(code) ?? []).find(({ need }) => need !== 'deferrable')
  if (fixed) throw problem.notDeferrable({ code: fixed.code, name: fixed.name })
  const left = materials.filter(({ code, source }) => source === 'deferred' && !deferred.includes(code))
  if (left.length > 0) throw materialsMissing(left)
  const given = new Map(materials.map(({ code, source }) => [code, source]))
  return [...new Set(deferred)]
    .filter((code) => given.get(code) !== 'deferred')
    .map((code) => ({ code, name: asked.get(code)?.name ?? code, source: 'deferred', trustLevel: 'D' }))
}
