import type { ModdleElement } from 'bpmn-moddle'
import type { Action, Candidates, Decision, Limit, LimitUnit, Loop } from './definition.ts'
import { body, child, elements, extensions, given, names, text } from './moddle-values.ts'

export function readCandidates(task: ModdleElement): Candidates {
  const [found] = extensions(task, 'yiwang:Candidates')
  const users = names(found, 'users')
  const notDoneBy = names(found, 'notDoneBy')
  return {
    roles: names(found, 'role'),
    ...given('body', text(found, 'body')),
    ...given('division', text(found, 'division')),
    ...given('expertise', text(found, 'expertise')),
    ...(users.length > 0 && { users }),
    ...(notDoneBy.length > 0 && { notDoneBy }),
  }
}

/** What is not a whole number becomes zero, which the check refuses. */
export function readLimit(task: ModdleElement): Limit | undefined {
  const [found] = extensions(task, 'yiwang:Limit')
  if (!found) return undefined
  const value = text(found, 'value')
  return { value: /^\d{1,6}$/.test(value) ? Number(value) : 0, unit: (text(found, 'unit') || 'workday') as LimitUnit }
}

export function readDecision(task: ModdleElement): Decision | undefined {
  const [found] = extensions(task, 'yiwang:Decision')
  if (!found) return undefined
  const options = elements(found, 'options').map((option) => ({
    value: text(option, 'value'),
    label: text(option, 'label') || text(option, 'value'),
    action: (text(option, 'action') || 'other') as Action,
  }))
  return { variable: text(found, 'variable'), options }
}

export function readLoop(activity: ModdleElement): Loop | undefined {
  const found = child(activity, 'loopCharacteristics')
  if (found?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined
  return {
    sequential: found['isSequential'] === true,
    ...given('collection', text(found, 'collection')),
    ...given('element', text(found, 'element')),
    ...given('cardinality', body(found, 'loopCardinality')),
    ...given('completionCondition', body(found, 'completionCondition')),
    ...given('result', text(found, 'result')),
    ...given('collect', text(found, 'collect')),
  }
}
