/** Licence types of the demo, planted through the acts. Names and validity after the laws that know them; faces are shortened. */
import type { Act } from '@yiwang/kernel'
import { draftLicenceType, publishLicenceType } from './index.ts'
import { demoLicenceTypes } from './demo/licence-types.ts'

export { demoLicenceTypes, demoTypeCode } from './demo/licence-types.ts'

export async function seedLicenceTypes(act: Act): Promise<void> {
  for (const { code, ...input } of demoLicenceTypes) {
    await draftLicenceType(act, code, input)
    await publishLicenceType(act, code)
  }
}
