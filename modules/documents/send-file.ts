import type { FastifyReply } from 'fastify'
import type { Work } from '@yiwang/kernel'
import { withFileProblems } from './problems.ts'

/** Streams a kept file to whoever may see it. Shown in the page only where the kind cannot run; kept by no cache on the way. */
export async function sendFile(
  work: Work,
  reply: FastifyReply,
  file: { digest: string; name: string; mediaType: string; size: number },
): Promise<FastifyReply> {
  const { stream } = await withFileProblems(work.outside.storage.openFile(file.digest))
  const shown = file.mediaType === 'application/pdf' || /^image\/(png|jpeg|webp)$/.test(file.mediaType)
  return reply
    .type(file.mediaType)
    .header('content-length', file.size)
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; sandbox")
    .send(stream)
}
