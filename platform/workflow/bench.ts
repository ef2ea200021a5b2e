import { complete, start } from './run.ts'
import { flowXml, deployed, moment, task } from './testing.ts'
import type { Step } from './state.ts'
import { readSample } from './samples/samples.ts'
import { deploy } from './deploy.ts'

/** Time and stored size of a step, without a database. Run: node platform/workflow/bench.ts */
const sequence = (length: number) => {
  const ids = Array.from({ length }, (_, index) => `t${index}`)
  const order = ['s', ...ids, 'e']
  const flows = order.slice(1).map((id, index): [string, string] => [order[index] ?? '', id])
  return flowXml(`<startEvent id="s"/>${ids.map((id) => task(id)).join('')}<endEvent id="e"/>`, flows)
}

async function measure(name: string, xml: string, choose: (step: Step) => Record<string, string>): Promise<void> {
  const flow = await deployed(xml)
  let steps = 0
  let bytes = 0
  const run = () => {
    let step = start(flow, { ...moment, variables: { consultees: ['a', 'b', 'c'], signers: ['a', 'b', 'c'] } })
    const open = [...step.opened]
    for (let next = open.shift(); next && step.state.status === 'running'; next = open.shift()) {
      step = complete(flow, step.state, next.id, { ...moment, variables: choose(step) })
      const withdrawn = step.closed.map(({ id }) => id)
      open.splice(0, open.length, ...open.filter(({ id }) => !withdrawn.includes(id)), ...step.opened)
      steps++
    }
    return step
  }
  for (let index = 0; index < 2000; index++) run()
  const sizes = start(flow, { ...moment, variables: { consultees: ['a', 'b', 'c'], signers: ['a', 'b', 'c'] } })
  bytes = JSON.stringify(sizes.state).length
  steps = 0
  const before = performance.now()
  for (let index = 0; index < 10_000; index++) run()
  const micro = ((performance.now() - before) * 1000) / steps
  process.stdout.write(`${name}: ${micro.toFixed(2)} µs a step, state ${bytes} B after start\n`)
}

const answers = () => ({ opinion: 'agree', decision: 'approve', vote: 'agree' })
await measure('twenty tasks in a row', sequence(20), () => ({}))
await measure('simple approval', await readSample('simple-approval'), answers)
await measure('parallel consultation', await readSample('parallel-consult'), answers)
await measure('countersigning', await readSample('countersign'), answers)

const xml = await readSample('site-visit')
const before = performance.now()
for (let index = 0; index < 100; index++) await deploy(xml, { version: 1 })
process.stdout.write(`deployment: ${((performance.now() - before) / 100).toFixed(2)} ms\n`)
