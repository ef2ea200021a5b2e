import type { ElementChange, Elements } from '@yiwang/catalogue/contract'

/** What the screen holds, as it is sent: blanks are nothing, empty groups are nothing, empty lists stay empty lists. */
export function tidy(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(tidy).filter((one) => one !== undefined)
  if (typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([name, one]) => {
    const inner = tidy(one)
    return inner === undefined ? [] : [[name, inner] as const]
  })
  return kept.some(([, one]) => !isEmptyList(one)) ? Object.fromEntries(kept) : undefined
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

/** The elements that differ from what was read, among those that may be changed; what was emptied is `null`. */
export function changesOf(
  before: Partial<Elements>,
  screen: Readonly<Record<string, unknown>>,
  mayChange: readonly string[],
): ElementChange {
  const changed = mayChange.flatMap((field) => {
    if (!(field in screen)) return []
    const now = tidy(screen[field])
    const was = tidy(before[field as keyof Elements])
    return isSame(was, now) ? [] : [[field, now ?? null] as const]
  })
  return Object.fromEntries(changed) as ElementChange
}

/** The same whatever the order of its members. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  )
}
