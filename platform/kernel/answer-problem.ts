import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorObject } from 'ajv'
import { newId } from './perform.ts'
import { Problem, requestProblem } from './problem.ts'
import { fieldErrors } from './validation.ts'
import { fill, languageOf, type Words } from './words.ts'

/** Writes every refusal as application/problem+json, in the reader's language. */
export function answerProblem(book: Words) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = asProblem(error, request)
    const language = languageOf(request.headers['accept-language'])
    const { errors, ...details } = problem.details
    const title = fill(book[language][problem.code] ?? problem.code, details, language)
    const fields = Array.isArray(errors) ? { errors: isRaw(errors) ? fieldErrors(errors, language) : errors } : {}
    if (problem.status === 429 || problem.status === 503) void reply.header('retry-after', '5')
    return reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({ type: problem.code, title, status: problem.status, ...details, ...fields })
  }
}

interface BrokenConnection {
  destroyed: boolean
  writable: boolean
  end(text: string): void
  destroy(): void
}

/** What is no HTTP, or has more header lines than anybody needs, is answered on the bare connection: nobody knows yet in which language. */
export function refuseUnreadable(book: Words) {
  return (error: Error & { code?: string }, socket: BrokenConnection): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    if (!socket.writable) return socket.destroy()
    const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
    const { code: type, status } = tooLong ? requestProblem.headersTooLarge() : requestProblem.invalid()
    const body = JSON.stringify({ type, title: book['zh-CN'][type], status })
    const head = [
      `HTTP/1.1 ${status} ${tooLong ? 'Request Header Fields Too Large' : 'Bad Request'}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
}

function isRaw(errors: unknown[]): errors is ErrorObject[] {
  return errors.every((error) => typeof error === 'object' && error !== null && 'keyword' in error)
}

const byStatus: Record<number, () => Problem> = {
  400: () => requestProblem.invalid(),
  404: () => requestProblem.notFound(),
  405: () => requestProblem.methodNotAllowed(),
  413: () => requestProblem.tooLarge(),
  415: () => requestProblem.mediaTypeNotSupported(),
  429: () => requestProblem.tooMany(),
}

function asProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (isUnavailable(error)) {
    request.log.error({ err: error }, 'the database did not answer')
    return requestProblem.unavailable()
  }
  if (isUnkeepable(error)) {
    request.log.warn({ err: error }, 'the database refused a value as none of its type')
    return requestProblem.invalid()
  }
  const known = byStatus[(error as FastifyError | null)?.statusCode ?? 500]
  if (known) return known()
  const errorId = newId()
  request.log.error({ err: error, errorId }, 'unexpected error')
  return requestProblem.unexpected({ errorId })
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '55P03',
  '08006',
  '08003',
  '40001',
  '40P01',
])

/** Connection lost, server stopping, no connection or disk left, a lock not had in time, given up for another act time and again: it did not happen. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return (
    (typeof code === 'string' && networkCodes.has(code)) || /connection timeout|connection terminated|not queryable/i.test(error.message)
  )
}

/** A value that is none of its column's type: NUL or half a character in a text, a forged cursor, a number beyond the column (SQLSTATE class 22). */
function isUnkeepable(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
}
