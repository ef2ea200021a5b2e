/// <reference types="vite/client" />
/* oxlint-disable typescript/no-unnecessary-type-parameters -- bpmn-js hands out its services by name */

declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale'
  const locale: Locale
  export default locale
}
declare module 'antd/es/locale/zh_CN.js' {
  import type { Locale } from 'antd/es/locale'
  const locale: Locale
  export default locale
}

declare module 'bpmn-js/lib/Modeler.js' {
  export default class Modeler {
    constructor(options: object)
    importXML(xml: string): Promise<unknown>
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>
    get<T>(name: string): T
    on<T>(event: string, heard: (happened: T) => void): void
    destroy(): void
  }
}
