import type { ModdleElement } from 'bpmn-moddle'
import type { Trigger } from './definition.ts'
import { body, child, elements, text } from './moddle-values.ts'

/** Timer or message of a catching event; undefined when there is none or it says nothing. */
export function readTrigger(event: ModdleElement): Trigger | undefined {
  const [found] = elements(event, 'eventDefinitions')
  if (found?.$type === 'bpmn:TimerEventDefinition') return readTimer(found)
  if (found?.$type !== 'bpmn:MessageEventDefinition') return undefined
  const name = messageName(found)
  return name ? { kind: 'message', message: name } : undefined
}

function readTimer(timer: ModdleElement): Trigger | undefined {
  const workdays = text(timer, 'workdays')
  if (workdays) return { kind: 'workdays', count: /^\d{1,4}$/.test(workdays) ? Number(workdays) : 0 }
  const duration = body(timer, 'timeDuration')
  if (duration) return { kind: 'duration', duration }
  const date = body(timer, 'timeDate')
  return date ? { kind: 'date', date } : undefined
}

export function messageName(element: ModdleElement): string {
  const message = child(element, 'messageRef')
  return text(message, 'name') || text(message, 'id')
}
