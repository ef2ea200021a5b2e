import type { Act } from '@yiwang/kernel'
import type { FormDefinition, FormInput } from '../contract.ts'
import { insertForm, newestForm } from './form-store.ts'
import { nextFormVersion } from './flow-store.ts'
import { requireForm } from './require-form.ts'

/** A new revision of a form. Cases keep the revision their item named when they began. The same form again is the revision it was. */
export async function publishForm(act: Act, key: string, { name, schema }: FormInput): Promise<FormDefinition> {
  requireForm(schema)
  const version = await nextFormVersion(act.tx, key)
  const before = await newestForm(act.tx, key)
  if (before && before.name === name && sameSchema(before.schema, schema)) return before
  const form = { key, version, name, schema }
  await insertForm(act, form)
  return form
}

/** jsonb keeps no order of keys, so that a form read back is compared without it. */
function sameSchema(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
