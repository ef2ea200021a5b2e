import type { Visitor } from '@yiwang/testing'
import type { Operation } from './operations.ts'
import type { WholeHall } from './whole-hall.ts'

export interface Answer {
  status: number
  body: unknown
  headers: Record<string, unknown>
}

/** A sweep over operations: what was sent, what was done, and what went wrong. */
export interface Sweep {
  hall: WholeHall
  findings: string[]
  sent: number
  /** Operations that took one of the bodies. */
  taken: Set<string>
}

export const beginSweep = (hall: WholeHall): Sweep => ({ hall, findings: [], sent: 0, taken: new Set() })

/** Longer than anything here takes on a busy machine, shorter than what an injected `pg_sleep` asks for. */
const atOnce = 8000

export interface Sent {
  body?: unknown
  /** Instead of a body. */
  payload?: Buffer | string
  headers?: Record<string, string>
}

/** One request by whoever the route is for. Whatever is in it, the answer is a clear one and comes at once. */
export async function ask(sweep: Sweep, operation: Operation, address: string, { body, ...options }: Sent, what: string): Promise<Answer> {
  const { office, staff, person } = sweep.hall
  const sendAs = (visitor: Visitor): Promise<Answer> => {
    if (operation.method === 'GET') return visitor.get(address, options)
    if (operation.method === 'DELETE') return visitor.delete(address, options)
    return { POST: visitor.post, PUT: visitor.put, PATCH: visitor.patch }[operation.method](address, body, options)
  }
  const begin = performance.now()
  let answer = await sendAs(office.hall.as(staff))
  if (answer.status === 403) answer = await sendAs(office.hall.as(person))
  if (answer.status === 403) answer = await sendAs(office.hall.stranger)
  const took = performance.now() - begin
  sweep.sent += 1
  if (answer.status < 300) sweep.taken.add(operation.id)
  const clear = answer.status < 400 || (isProblem(answer) && answer.status < 500)
  if (!clear || took > atOnce)
    sweep.findings.push(`${operation.id}, ${what}: ${answer.status} ${JSON.stringify(answer.body)} in ${Math.round(took)} ms`)
  return answer
}

function isProblem({ headers, body }: Answer): boolean {
  const told = body as { type?: unknown; title?: unknown } | undefined
  return (
    String(headers['content-type']).startsWith('application/problem+json') && typeof told?.type === 'string' && told.title !== told.type
  )
}
