import { randomUUID } from 'node:crypto'
import type { Agenda } from './agenda.ts'
import type { Books } from './books.ts'
import { signedHeaders } from './signature.ts'
import type { Clock, SandboxSecrets, Service } from './world.ts'

/** One thing to tell a merchant; told again until answered `success`. */
export type Callback = {
  callbackId: string
  service: Service
  url: string
  body: string
  dueAt: string
  attempts: number
  state: 'pending' | 'answered' | 'givenUp'
  /** Fixed for a copy on the wire: the very same bytes once more. */
  nonce?: string
  timestamp?: string
  /** Signed with a key that is not ours. */
  forged?: boolean
  lastAnswer?: string
}
export type NewCallback = Pick<Callback, 'service' | 'url' | 'body'> & Partial<Callback> & { afterSeconds?: number }

export type Callbacks = {
  send(callback: NewCallback): Callback
  list(): Callback[]
  /** Everything that is due at this moment is tried once; resolves when all have been answered or have failed. */
  runDue(): Promise<void>
}

const RETRY_SECONDS = [5, 15, 30, 60, 180, 600, 1800, 3600, 10_800, 21_600, 43_200]
const ANSWER_WITHIN_MS = 10_000

export function openCallbacks(world: { books: Books; clock: Clock; agenda: Agenda; secrets: SandboxSecrets }): Callbacks {
  const book = world.books.open<Callback>('callbacks')
  const pending = new Map(
    book
      .list()
      .filter((one) => one.state === 'pending')
      .map((one) => [one.callbackId, one]),
  )
  const keep = (callback: Callback): Callback => {
    book.put(callback.callbackId, callback)
    if (callback.state === 'pending') pending.set(callback.callbackId, callback)
    else pending.delete(callback.callbackId)
    return callback
  }
  const runDue = async (): Promise<void> => {
    const now = world.clock.now().toISOString()
    const due = [...pending.values()].filter((one) => one.dueAt <= now)
    // taken out while on its way, so that two rounds never tell the same thing at once
    for (const one of due) pending.delete(one.callbackId)
    await Promise.all(due.map(async (one) => void keep(afterAnswer(one, await tell(one, world), world.clock.now()))))
  }
  world.agenda.add(runDue)
  return {
    runDue,
    list: () => book.list(),
    send({ afterSeconds = 0, ...callback }) {
      const dueAt = new Date(world.clock.now().getTime() + afterSeconds * 1000).toISOString()
      return keep({ callbackId: randomUUID(), dueAt, attempts: 0, state: 'pending', ...callback })
    },
  }
}

function afterAnswer(callback: Callback, lastAnswer: string, now: Date): Callback {
  const attempts = callback.attempts + 1
  const wait = RETRY_SECONDS[attempts - 1]
  // a forger and a copy on the wire try once; only the true sender tries again
  if (lastAnswer === 'success') return { ...callback, attempts, lastAnswer, state: 'answered' }
  if (wait === undefined || callback.forged === true || callback.nonce !== undefined)
    return { ...callback, attempts, lastAnswer, state: 'givenUp' }
  return { ...callback, attempts, lastAnswer, dueAt: new Date(now.getTime() + wait * 1000).toISOString() }
}

async function tell(callback: Callback, world: { clock: Clock; secrets: SandboxSecrets }): Promise<string> {
  const url = new URL(callback.url)
  const secret = callback.forged === true ? randomUUID() : world.secrets[callback.service]
  const headers = signedHeaders(secret, {
    appId: `sandbox.${callback.service}`,
    method: 'POST',
    target: url.pathname + url.search,
    timestamp: callback.timestamp ?? world.clock.now().toISOString(),
    nonce: callback.nonce ?? randomUUID(),
    body: callback.body,
  })
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'content-type': 'application/json' },
      body: callback.body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const text = (await answer.text()).slice(0, 200).trim()
    return answer.status === 200 && text === 'success' ? 'success' : `${answer.status} ${text}`
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : 'unknown'}`
  }
}
