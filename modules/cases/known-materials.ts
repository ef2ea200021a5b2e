import type { Act } from '@yiwang/kernel'
import { applicantNumber } from './applicant-rules.ts'
import type { GivenMaterial, KnownMaterialsInput } from './contract.ts'
import { reachesItem } from './case-store.ts'
import { getItemInUse } from './item.ts'
import { ownLicences } from './licence-library.ts'
import { linkedLicences } from './materials.ts'
import { problem } from './problems.ts'

/** At the counter: which materials the licence library has already of this applicant (证照材料自动关联). An act, for the trace of who looked. */
export async function knownMaterials(act: Act, { implementationCode, kind, number }: KnownMaterialsInput): Promise<GivenMaterial[]> {
  const item = await getItemInUse(act, implementationCode)
  if (!(await reachesItem(act, item, 'cases.register'))) throw problem.itemOutOfReach({ item: item.name })
  return linkedLicences(item.materials, await ownLicences(act, { kind, number: applicantNumber(kind, number) }))
}
