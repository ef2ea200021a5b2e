import type { ProblemFacts } from '@yiwang/api-client'

/** One reason why a flow cannot run, with the element it is about. */
export interface FlowFinding {
  elementId: string
  elementName: string
  elementType: string
  text: string
}

/** The check's findings in a refusal (`flow.refused`); anything else has none. */
export function readFindings(problem: ProblemFacts): FlowFinding[] {
  const { findings } = problem
  return Array.isArray(findings) ? findings.flatMap(readFinding) : []
}

function readFinding(one: unknown): FlowFinding[] {
  if (typeof one !== 'object' || one === null) return []
  const { elementId, elementName, elementType, text } = one as Record<string, unknown>
  if (typeof elementId !== 'string' || typeof text !== 'string') return []
  return [
    {
      elementId,
      text,
      elementName: typeof elementName === 'string' ? elementName : '',
      elementType: typeof elementType === 'string' ? elementType : '',
    },
  ]
}
