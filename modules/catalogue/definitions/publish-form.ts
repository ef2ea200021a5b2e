import type { Act } from '@yiwang/kernel'
import type { FormDefinition, FormInput } from '../contract.ts'
import { insertForm, newestForm } from './form-store.ts'
import { nextFormVersion } from './flow-store.ts'
import { requireForm } from './require-form.ts'

/**
 * A new revision of a form. Cases keep the revision their item named when they began. The same form again, field for field in
 * the same order, is the revision it was.
 */
export async function publishForm(act: Act, key: string, { name, schema }: FormInput): Promise<FormDefinition> {
  requireForm(schema)
  const version = await nextFormVersion(act.tx, key)
  const before = await newestForm(act.tx, key)
  if (before && before.name === name && JSON.stringify(before.schema) === JSON.stringify(schema)) return before
  const form = { key, version, name, schema }
  await insertForm(act, form)
  return form
}
