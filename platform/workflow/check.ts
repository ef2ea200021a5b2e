import { checkConditions } from './check-conditions.ts'
import { checkHost } from './check-host.ts'
import { checkJoins } from './check-joins.ts'
import { checkLoops } from './check-loops.ts'
import { checkNodes } from './check-nodes.ts'
import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import { checkReach } from './check-reach.ts'
import { checkStructure } from './check-structure.ts'
import type { Definition } from './definition.ts'

export type CheckOptions = {
  /** Names or dotted paths of the variables the host will give; without it, conditions may use any name. */
  variables?: string[]
  /** Operations the host carries out; without it, a service task may name any. */
  operations?: readonly string[]
  /** Expertise (专长) by which the host can tell its people apart; without it, a task may ask for any. */
  expertise?: readonly string[]
}

const mostNodes = 1000

/**
 * Everything that would keep a flow from running to its end (无终点或断链的流程不能保存). A flow that passes reaches an end
 * whatever people decide, as far as that can be told without the data: see README.
 */
export function check(definition: Definition, options: CheckOptions = {}): CheckProblem[] {
  if (definition.nodes.length > mostNodes)
    return [checkProblem('flowTooLarge', { id: definition.key, name: definition.name, type: 'process' }, { limit: mostNodes })]
  const structure = checkStructure(definition)
  const problems = [
    ...structure,
    ...checkNodes(definition),
    ...checkHost(definition, options),
    ...checkConditions(definition, options.variables),
  ]
  problems.push(...checkReach(definition), ...checkLoops(definition))
  return structure.length > 0 ? problems : [...problems, ...checkJoins(definition)]
}
