/** Something that can be laid on the desk. */
export interface Sheet {
  key: string
  title: string
  /** Where its file is read from, below the API's prefix. */
  path: string
  note?: string
}

export function materialSheet(caseNumber: string, { id, name }: { id: string; name: string }): Sheet {
  return { key: `material ${id}`, title: name, path: `/cases/${encodeURIComponent(caseNumber)}/materials/${id}/content` }
}

/** One sheet takes the place of the last; beside it lies at most one other. */
export function shown(before: readonly Sheet[], sheet: Sheet, beside: boolean): readonly Sheet[] {
  if (before.some(({ key }) => key === sheet.key)) return before
  return beside ? [...before.slice(-1), sheet] : [...before.slice(0, -1), sheet]
}

export const paperPath = (caseNumber: string, id: string) => `/cases/${encodeURIComponent(caseNumber)}/papers/${id}/content`
