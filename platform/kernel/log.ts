import { pino, type Logger, type LoggerOptions } from 'pino'

export type Log = Logger

/**
 * Structured log without personal data: requests are named by their route, never by their address; no bodies, no
 * network addresses; errors by kind and place, since messages of the database quote values.
 */
export function openLog(level: string, logFile = ''): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url ?? '-',
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: describeError,
    },
  }
  if (logFile === '' || level === 'silent') return pino(options)
  const file = { level: 'trace', stream: pino.destination({ dest: logFile, mkdir: true }) } as const
  return pino(options, pino.multistream([file, { level: 'warn', stream: process.stderr }]))
}

export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = (error as { code?: unknown }).code
  const place = error.stack
    ?.split('\n')
    .slice(1, 6)
    .map((line) => line.trim())
  return { kind: error.name, ...(code === undefined ? {} : { code }), place }
}
