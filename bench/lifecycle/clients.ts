/** The clients, in a process of their own. One order at a time: so many clients for so many seconds, each waiting for its answer before it asks again. */
import { openClient } from '../harness/api-client.ts'
import type { Office } from '../harness/office.ts'
import { latencyOf } from '../harness/statistics.ts'
import { lookAtWorkList, oneLifecycle, type Call, type Timed } from './calls.ts'

export interface Order {
  what: 'lifecycle' | 'workList'
  clients: number
  seconds: number
}

export interface Report {
  done: number
  seconds: number
  calls: Partial<Record<Call, ReturnType<typeof latencyOf>>>
}

const [port = '', planted = '', connections = '50'] = process.argv.slice(2)
const api = openClient(Number(port), Number(connections))
const office = JSON.parse(planted) as Office

async function run({ what, clients, seconds }: Order): Promise<Report> {
  const times = new Map<Call, number[]>()
  const timed: Timed = async (call, ask) => {
    const from = performance.now()
    const answer = await ask()
    const kept = times.get(call)
    if (kept) kept.push(performance.now() - from)
    else times.set(call, [performance.now() - from])
    return answer
  }
  const one = what === 'lifecycle' ? oneLifecycle : lookAtWorkList
  const begin = performance.now()
  let done = 0
  const client = async () => {
    while (performance.now() < begin + seconds * 1000) {
      await one(api, office, timed)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - begin) / 1000
  return { done, seconds: took, calls: Object.fromEntries([...times].map(([call, values]) => [call, latencyOf(values)])) }
}

process.on('message', (order: Order) => {
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.once('disconnect', () => process.exit())
