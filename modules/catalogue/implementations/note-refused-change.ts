import { newId, Problem, type Act } from '@yiwang/kernel'
import { insertRefusedChange } from './refused-change-store.ts'

/** Whether an act was refused because somebody reached for elements he does not maintain (越权修改). */
export function refusedFields(error: unknown): string[] | undefined {
  if (!(error instanceof Problem) || error.code !== 'item.elementNotYours') return undefined
  const { fields } = error.details
  return Array.isArray(fields) ? fields.map(String) : undefined
}

/** Leaves the trace a refused act cannot leave itself. */
export async function noteRefusedChange(act: Act, implementationCode: string, fields: readonly string[]): Promise<{ noted: string }> {
  const id = newId()
  await insertRefusedChange(act, { id, implementationCode, fields: [...fields] })
  return { noted: id }
}
