/** Everything the interpreter refuses, with the sentence a person is shown. `{name}` is filled from the details. */
export const flowProblems = {
  xmlTooLarge: '流程文件过大（上限 {limit} 字符）',
  xmlTooDeep: '流程文件嵌套过深（上限 {limit} 层）',
  xmlTooMany: '流程文件元素过多（上限 {limit} 个）',
  xmlForbidden: '流程文件含有不允许的文档类型声明或实体声明',
  xmlUnreadable: '流程文件不是可读的 BPMN 2.0 文件：{reason}',
  definitionMismatch: '运行状态属于流程“{key}”第 {version} 版，不能按另一版流程继续',
  notRunning: '流程已经结束或取消，不能再办理',
  taskNotOpen: '该任务不存在或已经办理',
  timerNotSet: '该定时器不存在或已经失效',
  messageUnexpected: '流程当前不等待消息“{message}”',
  messageAmbiguous: '有多个环节在等待消息“{message}”，须指明是哪一个',
  decisionInvalid: '“{name}”须作出决定，可选：{options}',
  noFlowTaken: '“{name}”的条件都不满足，也没有默认走向',
  conditionInvalid: '条件表达式在第 {position} 个字符处有错：{reason}',
  conditionType: '条件表达式中的值不能比较或计算：{reason}',
  collectionInvalid: '“{name}”的会签对象不是列表或次数无效',
  candidateUnknown: '“{name}”的办理对象取自变量“{variable}”，但该变量没有值',
  timerInvalid: '“{name}”的时间设置无效：{reason}',
  joinStuck: '“{name}”的并行汇聚永远等不到其余分支',
  endlessLoop: '流程在没有人办理的环节之间无休止循环',
} as const

export type FlowProblemCode = keyof typeof flowProblems
export type FlowProblemDetails = Record<string, string | number>

export class FlowProblem extends Error {
  override readonly name = 'FlowProblem'
  readonly code: FlowProblemCode
  readonly details: FlowProblemDetails
  constructor(code: FlowProblemCode, details: FlowProblemDetails = {}) {
    super(fill(flowProblems[code], details))
    this.code = code
    this.details = details
  }
}

export function fill(text: string, details: FlowProblemDetails): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}
