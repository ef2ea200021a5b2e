import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { FileProblem } from './problem.ts'

/** The bytes of a source whose SHA-256 must be `id`. The last chunk is held back until the digest is known to be right. */
export function verifiedStream(source: AsyncIterable<Uint8Array>, id: string): Readable {
  return Readable.from(verify(source, id), { objectMode: false })
}

async function* verify(source: AsyncIterable<Uint8Array>, id: string): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  let held: Uint8Array | undefined
  for await (const chunk of source) {
    digest.update(chunk)
    if (held) yield held
    held = chunk
  }
  if (digest.digest('hex') !== id) throw new FileProblem('fileDamaged', { id })
  if (held) yield held
}

export async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/** Ids come from outside too: anything but a digest is simply not there. */
export function checkId(id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new FileProblem('fileNotFound', { id: id.slice(0, 80) })
  return id
}

export function keyOf(id: string): string {
  return `${id.slice(0, 2)}/${id.slice(2, 4)}/${checkId(id)}`
}
