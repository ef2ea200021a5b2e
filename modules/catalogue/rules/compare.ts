/** What differs between two implementations or two revisions, element by element (比对分析). Pure. */
import type { Elements } from '../contract.ts'
import { fieldName } from '../elements.ts'

export interface Difference {
  field: string
  name: string
  one?: unknown
  other?: unknown
}

export function differences(one: Partial<Elements>, other: Partial<Elements>, fields: readonly string[]): Difference[] {
  const left = one as Record<string, unknown>
  const right = other as Record<string, unknown>
  return fields
    .filter((field) => canonical(left[field]) !== canonical(right[field]))
    .map((field) => ({ field, name: fieldName(field), one: left[field], other: right[field] }))
}

/** Written with sorted keys: the database keeps none. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
