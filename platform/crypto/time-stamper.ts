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
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Uint8Array.from(der),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new CryptoProblem('badTimeStamp', 'the authority does not answer', { cause: error })
    })
    if (!answer.ok) throw new CryptoProblem('badTimeStamp', `status ${answer.status}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (bytes.length > largestAnswer) throw new CryptoProblem('badTimeStamp', 'answer too large')
    return tokenFrom(bytes, request)
  }
}

/** Stamps in the same process; for an installation that holds its own time-stamping key, and for tests. */
export function localTimeStamper(signer: Signer, clock: () => Date): TimeStamper {
  return async (data) => {
    const { request, der } = makeTimeStampRequest(data, signer.algorithm)
    return tokenFrom(await makeTimeStampResponse(signer, readTimeStampRequest(der), clock()), request)
  }
}
