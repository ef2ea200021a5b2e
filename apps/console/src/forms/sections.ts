import type { Form } from '@yiwang/forms'

export interface Section {
  id: string
  title: string
  description?: string
  names: readonly string[]
}

/** The sections of a form in its own order; fields without one come first. */
export function sectionsOf(form: Pick<Form, 'properties' | 'x-groups'>): Section[] {
  const groups = form['x-groups'] ?? []
  const known = new Set(groups.map(({ id }) => id))
  const names = Object.keys(form.properties)
  const groupOf = (name: string) => form.properties[name]?.['x-group']
  const loose = names.filter((name) => !known.has(groupOf(name) ?? ''))
  const sections = groups.map((group): Section => ({ ...group, names: names.filter((name) => groupOf(name) === group.id) }))
  return [{ id: '', title: '', names: loose }, ...sections].filter((section) => section.names.length > 0)
}
