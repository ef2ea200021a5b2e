import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { isActivity } from './definition.ts'
import type { Definition, FlowNode, Loop, Trigger, UserTask } from './definition.ts'
import { readDate, readDuration } from './duration.ts'
import { graphOf } from './graph.ts'

/** What each node needs in order to be carried out. */
export function checkNodes(definition: Definition): CheckProblem[] {
  return definition.nodes.flatMap((node) => [...checkNode(node, definition), ...checkRepeat(node)])
}

function checkNode(node: FlowNode, definition: Definition): CheckProblem[] {
  switch (node.type) {
    case 'userTask':
      return checkUserTask(node, definition)
    case 'serviceTask':
      return node.operation ? [] : [checkProblem('operationMissing', node)]
    case 'receiveTask':
      return node.message ? [] : [checkProblem('messageMissing', node)]
    case 'callActivity':
      return node.calls ? [] : [checkProblem('callMissing', node)]
    case 'catchEvent':
    case 'boundaryEvent':
      return node.trigger ? checkTrigger(node, node.trigger) : [checkProblem('triggerMissing', node)]
    case 'exclusiveGateway':
    case 'inclusiveGateway':
      return checkDefault(node.id, node.default, definition) ? [] : [checkProblem('defaultInvalid', node)]
    case 'parallelGateway':
    case 'startEvent':
    case 'endEvent':
    case 'subProcess':
      return []
  }
}

function checkUserTask(node: UserTask, definition: Definition): CheckProblem[] {
  const problems: CheckProblem[] = []
  const { roles, users = [], notDoneBy = [] } = node.candidates
  if (roles.length === 0 && users.length === 0) problems.push(checkProblem('candidatesMissing', node))
  const { places } = graphOf(definition)
  for (const task of notDoneBy)
    if (places.get(task)?.node.type !== 'userTask') problems.push(checkProblem('candidateTaskUnknown', node, { task }))
  const { limit, decision } = node
  if (limit && (limit.value < 1 || !['workday', 'day', 'hour'].includes(limit.unit))) problems.push(checkProblem('limitInvalid', node))
  if (!decision) return problems
  const sound = decision.options.every(({ value, action }) => value !== '' && ['pass', 'return', 'other'].includes(action))
  if (!decision.variable || decision.options.length === 0 || !sound) problems.push(checkProblem('decisionInvalid', node))
  return problems
}

function checkTrigger(node: FlowNode, trigger: Trigger): CheckProblem[] {
  const invalid = (reason: string) => [checkProblem('timerInvalid', node, { reason })]
  switch (trigger.kind) {
    case 'message':
      return []
    case 'workdays':
      return trigger.count > 0 ? [] : invalid('工作日数须为正整数')
    case 'duration':
      return readDuration(trigger.duration) ? [] : invalid(`“${trigger.duration}”不是 ISO 8601 时长`)
    case 'date':
      return trigger.date.startsWith('=') || readDate(trigger.date) ? [] : invalid(`“${trigger.date}”不是日期`)
  }
}

function checkDefault(gateway: string, id: string | undefined, { flows }: Definition): boolean {
  return id === undefined || flows.some((flow) => flow.id === id && flow.source === gateway)
}

function checkRepeat(node: FlowNode): CheckProblem[] {
  if (!isActivity(node) || !node.loop) return []
  return isSound(node.loop) ? [] : [checkProblem('loopInvalid', node)]
}

function isSound({ collection, element, cardinality, result, collect }: Loop): boolean {
  if ((collection === undefined) === (cardinality === undefined)) return false
  if (element !== undefined && collection === undefined) return false
  return collect === undefined || result !== undefined
}
