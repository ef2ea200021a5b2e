import type { FastifyRequest } from 'fastify'
import { problem } from './problems.ts'

const largestPdf = 10_000_000

/** The PDF somebody hands in to have it checked: held for the check only and kept nowhere. @throws seal.fileMissing, request.tooLarge */
export async function receivedPdf(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw problem.fileMissing()
  const part = await request.file({ limits: { fileSize: largestPdf, files: 1 } })
  if (!part) throw problem.fileMissing()
  return part.toBuffer()
}
