import type { CheckOptions } from './check.ts'
import { checkProblem } from './check-problems.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition } from './definition.ts'

/** What a flow asks of its host and the host cannot give would be found out only when a case stands there: refused before. */
export function checkHost({ nodes }: Definition, { operations, expertise }: CheckOptions): CheckProblem[] {
  return nodes.flatMap((node) => {
    if (node.type === 'serviceTask' && node.operation && operations && !operations.includes(node.operation))
      return [checkProblem('operationUnknown', node, { operation: node.operation })]
    const asked = node.type === 'userTask' ? node.candidates.expertise : undefined
    if (asked !== undefined && expertise && !expertise.includes(asked))
      return [checkProblem('expertiseUnknown', node, { expertise: asked })]
    return []
  })
}
