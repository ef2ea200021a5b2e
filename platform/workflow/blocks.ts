import * as fc from 'fast-check'
import { flowXml, task } from './testing.ts'

/** Block-structured flows for property tests: every fork has its join, every loop its way out. */
export type Block =
  | { kind: 'task' }
  | { kind: 'service' }
  | { kind: 'many'; sequential: boolean; items: number }
  | { kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; blocks: Block[] }
  | { kind: 'loop' | 'sub' | 'timed' | 'reminded'; block: Block }

export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Block>({ kind: 'task' }),
    fc.constant<Block>({ kind: 'service' }),
    fc.record({ kind: fc.constant('many' as const), sequential: fc.boolean(), items: fc.integer({ min: 0, max: 3 }) }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'exclusive' as const, 'parallel' as const, 'inclusive' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'sub' as const, 'timed' as const, 'reminded' as const), block: tie('block') }),
  ),
})).block

type Drawing = { next: number; nodes: string[]; flows: [string, string, string?][] }

/** Conditions read `choice`, a list of the branches to take, so that a test can drive every gateway. */
export function blockXml(block: Block): string {
  const drawing: Drawing = { next: 1, nodes: ['<startEvent id="s"/>', '<endEvent id="e"/>'], flows: [] }
  const [first, last] = draw(drawing, block)
  drawing.flows.push(['s', first], [last, 'e'])
  return flowXml(drawing.nodes.join(''), drawing.flows)
}

function name(drawing: Drawing, prefix: string): string {
  return `${prefix}${drawing.next++}`
}

/** Draws a block and gives the ids of its first and last node. */
function draw(drawing: Drawing, block: Block): [string, string] {
  switch (block.kind) {
    case 'task':
      return single(drawing, 'u', (id) => task(id))
    case 'service':
      return single(drawing, 'v', (id) => `<serviceTask id="${id}" yiwang:operation="run"/>`)
    case 'many':
      return single(drawing, 'm', (id) => task(id, many(block.sequential, block.items)))
    case 'sequence':
      return drawSequence(drawing, block.blocks)
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return drawFork(drawing, block.kind, block.blocks)
    case 'loop':
      return drawLoop(drawing, block.block)
    case 'sub':
      return single(drawing, 'p', (id) => subProcess(drawing, id, block.block))
    case 'timed':
      return drawTimed(drawing, block.block)
    case 'reminded':
      return drawReminded(drawing, block.block)
  }
}

function single(drawing: Drawing, prefix: string, node: (id: string) => string): [string, string] {
  const id = name(drawing, prefix)
  drawing.nodes.push(node(id))
  return [id, id]
}

function many(sequential: boolean, items: number): string {
  return `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>${items}</loopCardinality></multiInstanceLoopCharacteristics>`
}

function drawSequence(drawing: Drawing, blocks: Block[]): [string, string] {
  const drawn = blocks.map((block) => draw(drawing, block))
  drawn.slice(1).forEach(([next], index) => drawing.flows.push([drawn[index]?.[1] ?? '', next]))
  return [drawn[0]?.[0] ?? '', drawn.at(-1)?.[1] ?? '']
}

function drawFork(drawing: Drawing, kind: 'exclusive' | 'parallel' | 'inclusive', blocks: Block[]): [string, string] {
  const [fork, join] = [name(drawing, 'f'), name(drawing, 'j')]
  const drawn = blocks.map((block) => draw(drawing, block))
  const otherwise = kind === 'parallel' ? '' : `default="${fork}-${drawn[0]?.[0] ?? ''}"`
  drawing.nodes.push(`<${kind}Gateway id="${fork}" ${otherwise}/>`, `<${kind}Gateway id="${join}"/>`)
  drawn.forEach(([first, last], index) => {
    drawing.flows.push(index === 0 || kind === 'parallel' ? [fork, first] : [fork, first, `'${fork}.${index}' in choice`], [last, join])
  })
  return [fork, join]
}

/** A person stands in every loop, as the check demands; the loop is left when `again` says so. */
function drawLoop(drawing: Drawing, block: Block): [string, string] {
  const [enter, leave, person] = [name(drawing, 'x'), name(drawing, 'x'), name(drawing, 'u')]
  const [first, last] = draw(drawing, block)
  drawing.nodes.push(`<exclusiveGateway id="${enter}"/><exclusiveGateway id="${leave}" default="${leave}-out${leave}"/>`, task(person))
  drawing.nodes.push(`<exclusiveGateway id="out${leave}"/>`)
  drawing.flows.push([enter, person], [person, first], [last, leave], [leave, enter, 'again'], [leave, `out${leave}`])
  return [enter, `out${leave}`]
}

function subProcess(drawing: Drawing, id: string, block: Block, more = ''): string {
  const inner: Drawing = { next: drawing.next, nodes: [`<startEvent id="s${id}"/>`, `<endEvent id="e${id}"/>`], flows: [] }
  const [first, last] = draw(inner, block)
  drawing.next = inner.next
  inner.flows.push([`s${id}`, first], [last, `e${id}`])
  const xml = flowXml(inner.nodes.join(''), inner.flows)
  return `<subProcess id="${id}">${/<process[^>]*>([\s\S]*)<\/process>/.exec(xml)?.[1] ?? ''}${more}</subProcess>`
}

/** A sub-process that may be cut short by a timer. */
function drawTimed(drawing: Drawing, block: Block): [string, string] {
  const [id, timer, join] = [name(drawing, 'p'), name(drawing, 't'), name(drawing, 'x')]
  drawing.nodes.push(subProcess(drawing, id, block), boundary(timer, id, true), `<exclusiveGateway id="${join}"/>`)
  drawing.flows.push([id, join], [timer, join])
  return [id, join]
}

/** A sub-process beside which a reminder may run to an end of its own. */
function drawReminded(drawing: Drawing, block: Block): [string, string] {
  const [id, timer, end] = [name(drawing, 'p'), name(drawing, 't'), name(drawing, 'r')]
  drawing.nodes.push(subProcess(drawing, id, block), boundary(timer, id, false), task(`u${end}`), `<endEvent id="${end}"/>`)
  drawing.flows.push([timer, `u${end}`], [`u${end}`, end])
  return [id, id]
}

function boundary(id: string, host: string, interrupting: boolean): string {
  return `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupting}"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>`
}
