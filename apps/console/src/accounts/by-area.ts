import type { PermissionEntry } from '@yiwang/organisation/contract'

/** Permissions under the module they belong to, in the order given. */
export function byArea(entries: readonly PermissionEntry[]): { area: string; entries: readonly PermissionEntry[] }[] {
  const areas = [...new Set(entries.map(({ code }) => areaOf(code)))]
  return areas.map((area) => ({ area, entries: entries.filter(({ code }) => areaOf(code) === area) }))
}

const areaOf = (code: string) => code.split('.', 1)[0] ?? code
