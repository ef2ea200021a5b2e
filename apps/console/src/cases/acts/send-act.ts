import type { Options, PathOf } from '@yiwang/api-client'
import { api } from '../../api.ts'
import { useAct } from '../../acts/use-act.ts'
import { caseKey } from '../case-query.ts'

type Tail<Path> = Path extends `/cases/{caseNumber}/${infer Rest}` ? Rest : never
/** What can be done to a case, by what follows its number in the address. */
export type CaseActPath = Tail<PathOf<'post'>>
type BodyOf<Path extends CaseActPath> = Options<'post', `/cases/{caseNumber}/${Path}`>['body']

/** One act on a case, its body as openapi.json has it; afterwards the case and the lists are asked anew. `more` names what else stands in the address. */
export function useCaseAct<Path extends CaseActPath>(
  caseNumber: string,
  path: Path,
  onDone: () => void,
  more: Readonly<Record<string, string>> = {},
) {
  return useAct({
    send: (body: BodyOf<Path>, idempotencyKey) => {
      const options = { path: { caseNumber, ...more }, ...(body === undefined ? {} : { body }), idempotencyKey }
      // Which path it is the caller knows; here it is only passed on.
      return api.post(`/cases/{caseNumber}/${path}` as '/cases/{caseNumber}/suspension', options as never)
    },
    changes: [caseKey(caseNumber), ['/cases'], ['/tasks']],
    onDone,
  })
}

/** What was ticked off goes with the act that used it. */
export function pointsChecked(points: readonly string[] = []): { points?: string[] } {
  return points.length > 0 ? { points: [...points] } : {}
}

/** A text that may be left empty is not sent as an empty one. */
export function optional<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  const trimmed = text?.trim()
  return trimmed ? ({ [name]: trimmed } as Record<Name, string>) : {}
}
