/** The library ships no types for its entry point: only what this workspace calls is declared. */
declare module 'bpmn-moddle' {
  export type ModdleElement = { $type: string; $parent?: ModdleElement; id?: string; [property: string]: unknown }
  export type ModdleWarning = { message: string; element?: ModdleElement; property?: string; value?: string; error?: Error }
  export type ModdleFile = {
    rootElement: ModdleElement
    elementsById: Record<string, ModdleElement | undefined>
    warnings: ModdleWarning[]
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<ModdleFile>
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>
    create(type: string, attributes: Record<string, unknown>): ModdleElement
  }
}
