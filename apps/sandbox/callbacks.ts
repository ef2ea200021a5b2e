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
  /** Fixed for the first telling when a copy of the very same bytes follows. */
  wire?: { nonce: string; timestamp: string }
  /** A copy made on the wire: told once, never again. */
  copy?: boolean
  /** Signed with a key that is not ours; told once. */
  forged?: boolean
  lastAnswer?: string
}
export type NewCallback = Pick<Callback, 'service' | 'url' | 'body'> & Partial<Callback> & { afterSeconds?: number }

export type Callbacks = {
  send(callback: NewCallback): void
  /** The same bytes twice: the second comes after the given time. */
  sendTwice(callback: NewCallback, secondsBetween: number): void
  list(): Callback[]
  /** Everything that is due at this moment is tried once; resolves when all have been answered or have failed. */
  runDue(): Promise<void>
  stop(): void
}

type Telling = { clock: Clock; secrets: SandboxSecrets; stopped: AbortSignal }

const RETRY_SECONDS = [5, 15, 30, 60, 180, 600, 1800, 3600, 10_800, 21_600, 43_200]
const ANSWER_WITHIN_MS = 10_000

export function openCallbacks(world: { books: Books; clock: Clock; agenda: Agenda; secrets: SandboxSecrets }): Callbacks {
  const book = world.books.open<Callback>('callbacks')
  const stopper = new AbortController()
  const telling: Telling = { ...world, stopped: stopper.signal }
  const pending = new Map<string, Callback>()
  for (const one of book.list()) if (one.state === 'pending') pending.set(one.callbackId, one)
  const keep = (callback: Callback): void => {
    book.put(callback.callbackId, callback)
    if (callback.state === 'pending') pending.set(callback.callbackId, callback)
  }
  const runDue = async (): Promise<void> => {
    const now = world.clock.now().toISOString()
    const due = [...pending.values()].filter((one) => one.dueAt <= now)
    // taken out while on its way, so that two rounds never tell the same thing at once
    for (const one of due) pending.delete(one.callbackId)
    await Promise.all(due.map((one) => tellAndKeep(one, telling, keep)))
  }
  const send = ({ afterSeconds = 0, ...callback }: NewCallback): void => {
    const dueAt = new Date(world.clock.now().getTime() + afterSeconds * 1000).toISOString()
    keep({ callbackId: randomUUID(), dueAt, attempts: 0, state: 'pending', ...callback })
  }
  world.agenda.add(runDue)
  return {
    send,
    sendTwice(callback, secondsBetween) {
      const wire = { nonce: randomUUID(), timestamp: world.clock.now().toISOString() }
      send({ ...callback, wire })
      send({ ...callback, wire, copy: true, callbackId: randomUUID(), afterSeconds: (callback.afterSeconds ?? 0) + secondsBetween })
    },
    runDue,
    list: () => book.list(),
    stop: () => stopper.abort(),
  }
}

async function tellAndKeep(callback: Callback, telling: Telling, keep: (callback: Callback) => void): Promise<void> {
  const answer = await tell(callback, telling)
  // cut short by our own end: it stays due in the journal
  if (!telling.stopped.aborted || answer === 'success') keep(afterAnswer(callback, answer, telling.clock.now()))
}

function afterAnswer(callback: Callback, lastAnswer: string, now: Date): Callback {
  const attempts = callback.attempts + 1
  const wait = RETRY_SECONDS[attempts - 1]
  if (lastAnswer === 'success') return { ...callback, attempts, lastAnswer, state: 'answered' }
  if (wait === undefined || callback.forged === true || callback.copy === true)
    return { ...callback, attempts, lastAnswer, state: 'givenUp' }
  return { ...callback, attempts, lastAnswer, dueAt: new Date(now.getTime() + wait * 1000).toISOString() }
}

async function tell(callback: Callback, { clock, secrets, stopped }: Telling): Promise<string> {
  const url = new URL(callback.url)
  const fixed = callback.attempts === 0 ? callback.wire : undefined
  const headers = signedHeaders(callback.forged === true ? randomUUID() : secrets[callback.service], {
    appId: `sandbox.${callback.service}`,
    method: 'POST',
    target: url.pathname + url.search,
    timestamp: fixed?.timestamp ?? clock.now().toISOString(),
    nonce: fixed?.nonce ?? randomUUID(),
    body: callback.body,
  })
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)])
  const init = {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/json' },
    body: callback.body,
    signal,
  } as const
  try {
    const answer = await fetch(url, init)
    const text = (await answer.text()).slice(0, 200).trim()
    return answer.status === 200 && text === 'success' ? 'success' : `${answer.status} ${text}`
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : 'unknown'}`
  }
}
