import type { ModdleElement } from 'bpmn-moddle'

/** The reader's elements are loosely typed: these read one property each and never trust its kind. */
export function text(element: ModdleElement | undefined, property: string): string {
  const value = element?.[property]
  return typeof value === 'string' ? value.trim() : ''
}

export function child(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property]
  return isElement(value) ? value : undefined
}

export function elements(element: ModdleElement | undefined, property: string): ModdleElement[] {
  const value = element?.[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** The text inside an expression element such as `<timeDuration>`. */
export function body(element: ModdleElement | undefined, property: string): string {
  return text(child(element, property), 'body')
}

export function extensions(element: ModdleElement, type: string): ModdleElement[] {
  return elements(child(element, 'extensionElements'), 'values').filter(({ $type }) => $type === type)
}

/** A comma-separated attribute. */
export function names(element: ModdleElement | undefined, property: string): string[] {
  return text(element, property)
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Leaves out what is empty, so that a definition holds only what its author said. */
export function given<K extends string>(key: K, value: string): { [P in K]?: string } {
  const result: { [P in K]?: string } = {}
  if (value !== '') result[key] = value
  return result
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string'
}
