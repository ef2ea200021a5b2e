export interface ProblemFacts {
  /** The code of the error catalogue, e.g. `case.originalsMissing`. */
  type: string
  title: string
  status: number
  errors: readonly { pointer: string; message: string }[]
  [detail: string]: unknown
}

/** A lawful refusal (RFC 9457) as an error that can be caught and shown. */
export class ProblemError extends Error {
  readonly problem: ProblemFacts

  constructor(problem: ProblemFacts, options?: ErrorOptions) {
    super(problem.title || problem.type, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** What came back, whoever wrote it: a proxy on the way may answer in words of its own. */
export function readProblem(body: unknown, response: Pick<Response, 'status'>): ProblemFacts {
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '')
  return {
    ...known,
    type: text('type') || 'network.unreadable',
    title: text('title'),
    status: response.status,
    errors: Array.isArray(known['errors']) ? known['errors'].flatMap(readField) : [],
  }
}

/** Kernel errors have a pointer, form errors a path; both are JSON pointers. */
function readField(one: unknown): { pointer: string; message: string }[] {
  if (typeof one !== 'object' || one === null) return []
  const { pointer, path, message } = one as Record<string, unknown>
  const where = pointer ?? path
  return typeof where === 'string' && typeof message === 'string' ? [{ pointer: where, message }] : []
}
