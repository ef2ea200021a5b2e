import type { SignatureAlgorithm } from './keys.ts'
import { CryptoProblem } from './problems.ts'
import type { Signer } from './signer.ts'
import { makeTimeStampRequest, makeTimeStampResponse, readTimeStampRequest, tokenFrom } from './time-stamp.ts'

/** Gets a time stamp token over the bytes given. */
export type TimeStamper = (data: Uint8Array) => Promise<Uint8Array>

const largestAnswer = 256 * 1024

/** Asks a time-stamping authority over HTTP (RFC 3161 3.4). */
export function httpTimeStamper(url: string, algorithm: SignatureAlgorithm, timeoutMs = 10_000): TimeStamper {
  return async (data) => {
    const { request, der } = makeTimeStampRequest(data, algorithm)
    const ask = { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: Uint8Array.from(der) }
    const answer = await fetch(url, { ...ask, signal: AbortSignal.timeout(timeoutMs) }).catch(silent)
    if (!answer.ok) throw new CryptoProblem('badTimeStamp', `status ${answer.status}`)
    return tokenFrom(await bytesOf(answer), request)
  }
}

/** Read piece by piece, so that an endless answer is not held. */
async function bytesOf({ body }: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of body ?? []) {
      length += piece.length
      if (length > largestAnswer) break
      pieces.push(piece)
    }
  } catch (cause) {
    silent(cause)
  }
  if (length > largestAnswer) throw new CryptoProblem('badTimeStamp', 'answer too large')
  return Buffer.concat(pieces)
}

function silent(cause: unknown): never {
  throw new CryptoProblem('badTimeStamp', 'the authority does not answer', { cause })
}

/** Stamps in the same process; for an installation that holds its own time-stamping key, and for tests. */
export function localTimeStamper(signer: Signer, clock: () => Date): TimeStamper {
  return async (data) => {
    const { request, der } = makeTimeStampRequest(data, signer.algorithm)
    return tokenFrom(await makeTimeStampResponse(signer, readTimeStampRequest(der), clock()), request)
  }
}
