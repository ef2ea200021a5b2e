import { elementName } from './element-names.ts'
import { fill } from './problems.ts'
import type { FlowProblemDetails } from './problems.ts'

/** Why a flow may not be deployed. Each problem names the element, so that it can be marked in the editor. */
export const checkProblems = {
  unsupportedElement: '不支持该类元素',
  unsupportedFeature: '不支持该设置：{feature}',
  unresolvedReference: '引用了不存在的元素“{reference}”',
  duplicateId: '标识重复或元素不可读：{reason}',
  processMissing: '文件中没有流程',
  processSeveral: '一个文件只能有一个流程',
  flowTooLarge: '流程过大（上限 {limit} 个元素）',
  versionInvalid: '流程版本号须为正整数',
  startMissing: '没有开始事件',
  startSeveral: '只能有一个开始事件',
  endMissing: '没有结束事件',
  flowIntoStart: '流向不能进入开始事件',
  flowOutOfEnd: '流向不能离开结束事件',
  flowIntoBoundary: '流向不能进入边界事件',
  flowCrossesScope: '流向不能跨越子流程边界',
  implicitFork: '有多个离开的流向，请改用网关分流',
  unreachable: '从开始事件无法到达',
  deadEnd: '从此处无法到达结束事件',
  conditionMissing: '离开“{gateway}”的流向缺少条件',
  conditionUnused: '条件不起作用：只有排他、包容网关的非默认流向可设条件',
  conditionInvalid: '条件表达式有错：{reason}',
  unknownVariable: '条件中的变量“{variable}”不在变量字典中',
  defaultInvalid: '默认流向不是从该网关离开',
  candidatesMissing: '没有指定办理角色或人员',
  candidateTaskUnknown: '回避环节“{task}”不存在或不是人工环节',
  operationMissing: '没有指定要执行的操作',
  operationUnknown: '没有登记名为“{operation}”的操作，办件到这里会停住',
  expertiseUnknown: '办理人员没有登记专长，不能按“{expertise}”分派',
  messageMissing: '没有指定等待的消息',
  triggerMissing: '没有指定触发条件（定时或消息）',
  timerInvalid: '时间设置无效：{reason}',
  limitInvalid: '环节时限须为正整数，单位为工作日、日或小时',
  decisionInvalid: '决定点须有变量名和至少一个选项，业务动作为通过、退回或其他',
  loopInvalid: '会签须指定对象列表或次数',
  attachmentInvalid: '边界事件没有附着在环节或子流程上',
  joinStalls: '并行汇聚可能永远等不到其余分支',
  tokensPileUp: '并行分支回到分流之前，任务会越来越多',
  neverEnds: '从此处继续，流程永远无法结束',
  endlessLoop: '循环中没有人工环节或等待，会无休止运行',
  callMissing: '没有指定被调用流程的标识和版本',
  callUnknown: '被调用的流程“{key}”第 {version} 版不存在',
  callRecursive: '流程直接或间接调用了自己',
} as const

export type CheckCode = keyof typeof checkProblems

export type CheckProblem = {
  code: CheckCode
  elementId: string
  elementName: string
  /** Chinese type of the element, e.g. 人工环节. */
  elementType: string
  text: string
  details: FlowProblemDetails
}

export function checkProblem(
  code: CheckCode,
  element: { id: string; name: string; type: string },
  details: FlowProblemDetails = {},
): CheckProblem {
  const elementType = elementName(element.type)
  const called = element.name ? `“${element.name}”（${element.id}）` : element.id
  const text = `${elementType} ${called}：${fill(checkProblems[code], details)}`
  return { code, elementId: element.id, elementName: element.name, elementType, text, details }
}
