/** The library ships no types for its entry point: only what this workspace calls is declared. */
declare module 'bpmn-moddle' {
  export type ModdleElement = { $type: string; $parent?: ModdleElement; id?: string; [property: string]: unknown }
  export type ModdleWarning = { message: string; element?: ModdleElement; property?: string; value?: string; error?: Error }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: ModdleWarning[] }>
  }
}
