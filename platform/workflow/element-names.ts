import type { NodeType } from './definition.ts'

/** Chinese names of BPMN elements as shown in problems and pictures. */
export const elementNames: Record<string, string> = {
  startEvent: '开始事件',
  endEvent: '结束事件',
  userTask: '人工环节',
  serviceTask: '自动环节',
  receiveTask: '接收环节',
  subProcess: '子流程',
  callActivity: '调用流程',
  boundaryEvent: '边界事件',
  catchEvent: '等待事件',
  exclusiveGateway: '排他网关',
  parallelGateway: '并行网关',
  inclusiveGateway: '包容网关',
  sequenceFlow: '流向',
  process: '流程',
  task: '未定类型的任务',
  manualTask: '手工任务',
  scriptTask: '脚本任务',
  businessRuleTask: '规则任务',
  sendTask: '发送任务',
  complexGateway: '复杂网关',
  eventBasedGateway: '事件网关',
  adHocSubProcess: '即席子流程',
  transaction: '事务子流程',
  intermediateThrowEvent: '中间抛出事件',
  intermediateCatchEvent: '等待事件',
  dataObject: '数据对象',
  dataObjectReference: '数据对象引用',
  dataStoreReference: '数据存储引用',
  messageFlow: '消息流',
  choreographyTask: '编排任务',
  subChoreography: '子编排',
  callChoreography: '调用编排',
  message: '消息',
} satisfies Record<NodeType, string> & Record<string, string>

/** `bpmn:UserTask` and `userTask` alike. */
export function elementName(type: string): string {
  const local = type.slice(type.indexOf(':') + 1)
  const key = local.slice(0, 1).toLowerCase() + local.slice(1)
  return Object.hasOwn(elementNames, key) ? (elementNames[key] ?? key) : key
}
