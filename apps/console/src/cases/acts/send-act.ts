import type { CaseMoved } from '@yiwang/cases/contract'
import { api } from '../../api.ts'
import { useAct } from '../../acts/use-act.ts'
import { caseKey } from '../case-query.ts'

/** One act on a case: `path` after the case number; afterwards the case and the work lists are asked anew. */
export function useCaseAct<Body>(caseNumber: string, path: string | ((body: Body) => string), onDone: () => void) {
  return useAct({
    send: (body: Body, idempotencyKey) =>
      api.post<CaseMoved>(`/cases/{caseNumber}/${typeof path === 'string' ? path : path(body)}`, {
        path: { caseNumber },
        body,
        idempotencyKey,
      }),
    changes: [caseKey(caseNumber), ['/cases']],
    onDone,
  })
}

/** A text that may be left empty is not sent as an empty one. */
export function optional<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  const trimmed = text?.trim()
  return trimmed ? ({ [name]: trimmed } as Record<Name, string>) : {}
}
