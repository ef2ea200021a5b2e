import { randomUUID } from 'node:crypto'
import type { Hall } from '@yiwang/testing'
import type { Acknowledged, Client } from './client.ts'
import { ways, type FailingWire, type Way } from './failing-wire.ts'
import { changed, type Snapshot } from './snapshot.ts'

export interface Failing {
  hall: Hall
  wire: FailingWire
  snapshot(): Promise<Snapshot>
  /** Lets the world go on between two looks: jobs, parcels, callbacks. */
  goOn(): Promise<void>
  /** Every way at every statement, or one way in turn at every other. */
  thorough: boolean
}

interface Reply {
  status: number
  body: unknown
}

/** Talks between acts to somebody outside: what it did before the fault stays, and the repeat goes on from there. */
const inSteps = new Set(['orderPayment'])
/** Come without a key. The same bytes again are another file in the library, which the person sees; a callback heard again is noted, and does nothing. */
const mayGrow: Readonly<Record<string, RegExp>> = {
  uploadFile: /./,
  paymentCallback: /^kernel\.audit:/,
  courierCallback: /^kernel\.audit:/,
}

export interface FailingClient extends Client {
  /** Faults that were met, by act. */
  met: Map<string, number>
  /** Sends until nothing fails any more, with a fault one statement later each time. */
  through(act: string, send: () => Promise<Reply>): Promise<Reply>
}

/** A client whose every act is first met by a fault at its first statement, then at its second, until there is none left. */
export function failingClient(ground: Failing): FailingClient {
  const state = { acknowledged: [] as Acknowledged[], findings: [] as string[], again: 0, met: new Map<string, number>() }
  const { hall, wire } = ground
  const send = async (method: string, path: string, token: string, key?: string, body?: unknown): Promise<Reply> => {
    const headers = { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) }
    if (method === 'GET') return hall.stranger.get(path, { headers })
    return method === 'PUT' ? hall.stranger.put(path, body, { headers }) : hall.stranger.post(path, body, { headers })
  }
  /** @returns the answer when the act is done: unhindered, or though the client was not told */
  const struck = async (act: string, nth: number, way: Way, ask: () => Promise<Reply>): Promise<Reply | undefined> => {
    const before = await ground.snapshot()
    wire.arm(nth, way)
    const answer = await ask()
    const failed = wire.disarm()
    if (failed === undefined) return answer
    state.met.set(act, (state.met.get(act) ?? 0) + 1)
    const fault = `${act}, ${way} at statement ${nth} (${failed.slice(0, 60)})`
    if (answer.status !== (way === 'constraint' && failed !== 'begin' ? 500 : 503))
      state.findings.push(`${fault}: ${answer.status} ${JSON.stringify(answer.body)}`)
    const left = changed(before, await ground.snapshot())
    if (left.length === 0 || inSteps.has(act)) return undefined
    if (way === 'cut after') return lostAnswer(act, fault, ask)
    state.findings.push(`${fault} left something: ${left.join(', ')}`)
    return undefined
  }
  /** The last statements cross together with the commit: it was done whole, and only the answer is missing. */
  const lostAnswer = async (act: string, fault: string, ask: () => Promise<Reply>): Promise<Reply> => {
    const before = await ground.snapshot()
    const answer = await ask()
    const twice = changed(before, await ground.snapshot()).filter((one) => !mayGrow[act]?.test(one))
    if (twice.length > 0) state.findings.push(`${fault}, sent again, was done twice: ${twice.join(', ')}`)
    return answer
  }
  const through = async (act: string, ask: () => Promise<Reply>): Promise<Reply> => {
    for (let nth = 1 + (ground.thorough ? 0 : state.met.size % 2); ; nth += ground.thorough ? 1 : 2)
      for (const way of ground.thorough ? ways : [ways[((nth >> 1) + state.met.size) % ways.length] as Way]) {
        const done = await struck(act, nth, way, ask)
        if (done === undefined) continue
        if (done.status >= 300) throw new Error(`${act}: ${JSON.stringify(done)}`)
        return done
      }
  }
  return Object.assign(state, {
    through,
    nextAnswer: () => Promise.resolve(),
    once: (token: string, method: string, path: string, key?: string, body?: unknown) => send(method, path, token, key, body),
    act: async (token: string, act: string, path: string, subject: Record<string, string>, body?: unknown) => {
      const key = randomUUID()
      const ask = () => send('POST', path, token, key, body)
      const { body: told } = await through(act, ask)
      const before = await ground.snapshot()
      const again = await ask()
      if (JSON.stringify(again.body) !== JSON.stringify(told)) state.findings.push(`${act}: another answer to the same key`)
      const twice = changed(before, await ground.snapshot())
      if (twice.length > 0 && !inSteps.has(act)) state.findings.push(`${act} was done twice: ${twice.join(', ')}`)
      state.acknowledged.push({ act, subject, body: told })
      return told as Record<string, unknown>
    },
    get: async (token: string, path: string) => {
      await ground.goOn()
      const { status, body } = await send('GET', path, token)
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
      return body as Record<string, unknown>
    },
    upload: async (token: string, name: string, bytes: Buffer) => {
      const payload = Buffer.concat([
        Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`),
        bytes,
        Buffer.from('\r\n--b--\r\n'),
      ])
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=b' }
      const { body } = await through('uploadFile', () => hall.stranger.post('/files', undefined, { headers, payload }))
      return (body as { id: string }).id
    },
  })
}
