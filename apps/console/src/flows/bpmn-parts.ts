/** What of bpmn-js is spoken to, as far as this screen needs it. */
export interface BusinessObject {
  id: string
  $type: string
  name?: string
  extensionElements?: BusinessObject & { values?: Moddle[] }
  conditionExpression?: { body?: string }
  get(name: string): unknown
}
export type Moddle = Record<string, unknown> & { $type: string }
export interface Shape {
  id: string
  type: string
  businessObject: BusinessObject
}
export interface Canvas {
  zoom(level: 'fit-viewport', center: 'auto'): number
  zoom(level: number): number
  scroll(by: { dx: number; dy: number }): void
  addMarker(id: string, marker: string): void
  removeMarker(id: string, marker: string): void
  scrollToElement(shape: Shape): void
}
export interface ElementRegistry {
  get(id: string): Shape | undefined
  getAll(): Shape[]
}
export interface Selection {
  select(shape: Shape): void
}
export interface Modeling {
  updateProperties(shape: Shape, properties: Record<string, unknown>): void
}
export interface BpmnFactory {
  create(type: string, properties: Record<string, unknown>): Moddle
}
