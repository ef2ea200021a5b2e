import type { ModdleElement } from 'bpmn-moddle'
import { body, child, elements, text } from './moddle-values.ts'

const catchable = ['bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition']
const allowedDefinitions: Record<string, string[]> = {
  'bpmn:StartEvent': [],
  'bpmn:EndEvent': ['bpmn:TerminateEventDefinition'],
  'bpmn:IntermediateCatchEvent': catchable,
  'bpmn:BoundaryEvent': catchable,
}

/** Settings of a supported element that would change its meaning and are not understood here. */
export function unsupportedFeatures(element: ModdleElement): string[] {
  return [...eventFeatures(element), ...activityFeatures(element)]
}

function eventFeatures(element: ModdleElement): string[] {
  const allowed = allowedDefinitions[element.$type]
  if (!allowed) return []
  const found = elements(element, 'eventDefinitions').map(({ $type }) => $type)
  const features = found.filter((type) => !allowed.includes(type)).map((type) => type.slice('bpmn:'.length))
  if (found.length > 1) features.push('多个事件定义')
  if (elements(element, 'eventDefinitionRef').length > 0) features.push('引用的事件定义')
  if (elements(element, 'eventDefinitions').some((definition) => body(definition, 'timeCycle') !== '')) features.push('周期定时')
  if (element['parallelMultiple'] === true) features.push('并行多重事件')
  return features
}

function activityFeatures(element: ModdleElement): string[] {
  const features: string[] = []
  const loop = child(element, 'loopCharacteristics')
  if (loop && loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') features.push('标准循环')
  if (loop && text(loop, 'behavior') && text(loop, 'behavior') !== 'All') features.push('会签事件')
  if (loop && ['loopDataInputRef', 'loopDataOutputRef', 'inputDataItem', 'outputDataItem'].some((name) => loop[name] !== undefined))
    features.push('会签数据项（请用 yiwang:collection）')
  if (element['isForCompensation'] === true) features.push('补偿')
  if (element['triggeredByEvent'] === true) features.push('事件子流程')
  if (element['instantiate'] === true) features.push('由消息启动')
  if (isNotOne(element['startQuantity']) || isNotOne(element['completionQuantity'])) features.push('数量令牌')
  if (child(element, 'ioSpecification')) features.push('输入输出规格')
  if (elements(element, 'resources').length > 0) features.push('BPMN 资源分配（请用 yiwang:candidates）')
  return features
}

function isNotOne(value: unknown): boolean {
  return typeof value === 'number' && value !== 1
}
