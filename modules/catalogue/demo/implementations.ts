/** The implementations of the demo: each guide, in each body that carries it out. */
import type { Elements } from '../contract.ts'
import { bodiesFor, type DemoBody } from './bodies.ts'
import { complete } from './complete.ts'
import { baseCodeOf } from './directory.ts'
import { elementsOf } from './elements-of.ts'
import { flowBpmn } from './flow-bpmn.ts'
import { generalForms, ownForms } from './forms.ts'
import { guides, type SourceGuide } from './guide-source.ts'

/** The code of the body of this line in this division; undefined where the demo has none. */
export type BodyOf = (line: string, division: string) => string | undefined

export interface DemoImplementation {
  guide: string
  baseCode: string
  bodyCode: string
  division: string
  elements: ReturnType<typeof elementsOf>
  formKey: string
  /** Instant items need no inner flow. */
  flow?: { key: string; bpmn: string }
  /** Runs from end to end with a form and a flow of its own. */
  complete: boolean
}

export function demoImplementations(bodyOf: BodyOf): DemoImplementation[] {
  return guides.flatMap((guide) =>
    bodiesFor(guide).flatMap((body) => {
      const bodyCode = bodyOf(body.line, body.division)
      return bodyCode === undefined ? [] : [implementationOf(guide, body, bodyCode)]
    }),
  )
}

function implementationOf(guide: SourceGuide, body: DemoBody, bodyCode: string): DemoImplementation {
  const elements = elementsOf(guide, body)
  const special = complete[guide.id]
  const flow = elements.caseKind === 'instant' ? undefined : flowFor(guide, bodyCode)
  return {
    guide: guide.id,
    baseCode: baseCodeOf(guide),
    bodyCode,
    division: body.division,
    elements,
    formKey: (ownForms[guide.id] ?? generalForms[generalFor(elements)]).key,
    ...(flow ? { flow } : {}),
    complete: special !== undefined && ownForms[guide.id] !== undefined,
  }
}

function generalFor({ audiences }: Pick<Elements, 'audiences'>): keyof typeof generalForms {
  if (audiences.length > 1) return 'either'
  return audiences[0] === 'organisation' ? 'organisation' : 'person'
}

/** Items with a flow of their own name it after themselves; the others share the general one of their body. */
function flowFor(guide: SourceGuide, bodyCode: string): { key: string; bpmn: string } {
  const whose = bodyCode.slice(8, 17).toLowerCase()
  const parts = complete[guide.id]?.flow
  const key = `${parts ? guide.id : 'general'}-${whose}`
  return { key, bpmn: flowBpmn({ key, name: parts ? guide.name : '一般办理流程', ...parts }) }
}
