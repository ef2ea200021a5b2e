/** A lawful refusal (RFC 9457). Its text for people stands in the language files under the same code. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, details: Readonly<Record<string, unknown>>) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.details = details
  }
}

type Catalogue<T extends Record<string, number>> = {
  readonly [K in keyof T]: (details?: Readonly<Record<string, unknown>>) => Problem
} & { readonly catalogue: Readonly<Record<string, number>> }

/**
 * Declares the errors of a module: `const problem = problems('case', { notAcceptable: 409 })`, then
 * `throw problem.notAcceptable({ state })`. The type of the answer is `case.notAcceptable`.
 */
export function problems<const T extends Record<string, number>>(area: string, codes: T): Catalogue<T> {
  const makers = Object.entries(codes).map(([name, status]) => [
    name,
    (details: Readonly<Record<string, unknown>> = {}) => new Problem(`${area}.${name}`, status, details),
  ])
  const catalogue = Object.fromEntries(Object.entries(codes).map(([name, status]) => [`${area}.${name}`, status]))
  return { ...(Object.fromEntries(makers) as Omit<Catalogue<T>, 'catalogue'>), catalogue } as Catalogue<T>
}

export const requestProblem = problems('request', {
  invalid: 400,
  signInNeeded: 401,
  notAllowed: 403,
  levelTooLow: 403,
  crossSite: 403,
  notFound: 404,
  methodNotAllowed: 405,
  tooLarge: 413,
  mediaTypeNotSupported: 415,
  idempotencyKeyReused: 422,
  tooMany: 429,
  headersTooLarge: 431,
  unexpected: 500,
  unavailable: 503,
})
