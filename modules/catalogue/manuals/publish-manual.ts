import type { Act } from '@yiwang/kernel'
import type { ManualContent, ReviewManual } from '../contract.ts'
import { getImplementation } from '../implementations/get-implementation.ts'
import { getItemForUpdate } from '../implementations/item-store.ts'
import { manualProblem as problem } from '../problems.ts'
import { checkManual } from './check-manual.ts'
import { findManual, getManual, insertManual } from './manual-store.ts'

/** Publication of a review manual (审查工作细则, guide 四（二）3): a new version each time, for the eyes of staff only. */
export async function publishManual(act: Act, implementationCode: string, content: ManualContent): Promise<ReviewManual> {
  await getItemForUpdate(act, implementationCode, 'catalogue.writeManual')
  const implementation = await getImplementation(act.tx, implementationCode)
  const findings = checkManual(content, implementation).filter(({ severity }) => severity === 'error')
  if (findings.length > 0) throw problem.incomplete({ findings })
  const version = ((await findManual(act.tx, implementationCode))?.version ?? 0) + 1
  await insertManual(act, implementation, version, content)
  await act.publish('manual.published', { implementationCode, version })
  return getManual(act.tx, implementation)
}
