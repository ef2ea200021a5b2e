import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, test } from 'vitest'
import { addDiagram } from './add-diagram.ts'
import type { Definition } from './definition.ts'
import { layoutFlow } from './layout.ts'
import { parse } from './parse.ts'
import { draw, drawXml } from './picture.ts'
import { complete, start } from './run.ts'
import { readSample, sampleFlows } from './samples/samples.ts'
import { deployed, flowXml, moment, refused, task, taskId } from './testing.ts'
import type { Step } from './state.ts'

function marked(flow: Definition, steps: Step[]) {
  const progress = { passed: steps.flatMap(({ passed }) => passed), ...(steps.at(-1) && { state: steps.at(-1)!.state }) }
  return new Map(draw(flow, { progress }).stages.map(({ id, mark }) => [id, mark]))
}

test('R5A-231 the picture of a case marks what is done, current and not yet done, and changes with the state', async () => {
  const flow = await deployed(await readSample('simple-approval'))
  const first = start(flow, moment)
  expect(Object.fromEntries(marked(flow, [first]))).toEqual({ examine: 'current', decide: 'pending' })
  const second = complete(flow, first.state, taskId(first), { ...moment, variables: { opinion: 'agree' } })
  expect(Object.fromEntries(marked(flow, [first, second]))).toEqual({ examine: 'done', decide: 'current' })
  const end = complete(flow, second.state, taskId(second), { ...moment, variables: { decision: 'approve' } })
  expect(Object.fromEntries(marked(flow, [first, second, end]))).toEqual({ examine: 'done', decide: 'done' })
  const { svg } = draw(flow, { progress: { passed: first.passed, state: first.state } })
  expect(svg).toContain('当前 · 3个工作日')
  expect(svg).toContain('未办 · 2个工作日')
  expect(svg).not.toContain('已办 ·')
})

test('after a return the later steps are to be done again', async () => {
  const flow = await deployed(await readSample('simple-approval'))
  const first = start(flow, moment)
  const second = complete(flow, first.state, taskId(first), { ...moment, variables: { opinion: 'agree' } })
  const back = complete(flow, second.state, taskId(second), { ...moment, variables: { decision: 'return' } })
  expect(Object.fromEntries(marked(flow, [first, second, back]))).toEqual({ examine: 'current', decide: 'pending' })
})

test('a step past its limit is marked as late, one already done is not', async () => {
  const flow = await deployed(await readSample('simple-approval'))
  const first = start(flow, moment)
  const { stages, svg } = draw(flow, { progress: { passed: first.passed, state: first.state, late: ['examine', 'decide'] } })
  expect(stages.map(({ mark }) => mark)).toEqual(['late', 'pending'])
  expect(svg).toContain('超期')
})

test('R5B-032 every node and flow of the definition is drawn, and each step comes with its limit in words', async () => {
  const flow = await deployed(await readSample('site-visit'))
  const { svg, stages } = draw(flow)
  const { shapes, edges } = layoutFlow(flow)
  expect(Object.keys(shapes).toSorted()).toEqual(flow.nodes.map(({ id }) => id).toSorted())
  expect(Object.keys(edges).toSorted()).toEqual(flow.flows.map(({ id }) => id).toSorted())
  expect(svg.match(/<polyline/g)).toHaveLength(flow.flows.length)
  expect(stages.map(({ text }) => text)).toEqual([
    '书面审查，时限3个工作日',
    '实地核查',
    '现场核查，时限5个工作日',
    '提醒核查人员',
    '等待整改',
    '决定，时限2个工作日',
  ])
})

test('the picture names itself and says its steps in words', async () => {
  const { svg } = await drawXml(await readSample('countersign'), { idPrefix: 'case 7"><script>' })
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="case7script-title case7script-desc"/)
  expect(svg).toContain('<title id="case7script-title">会签决定流程图</title>')
  expect(svg).toContain('<desc id="case7script-desc">共3个环节。1. 审查，时限5个工作日；2. 会签')
  expect(svg).toMatch(/fill="var\(--\w/)
})

test('a label is text, whatever it contains', async () => {
  const hostile = `&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x`
  const xml = flowXml(`<startEvent id="s" name="${hostile}"/>${task('a').replace('name="a"', `name="${hostile}"`)}<endEvent id="e"/>`, [
    ['s', 'a'],
    ['a', 'e'],
  ]).replace('name="流程"', `name="${hostile}"`)
  const { svg } = await drawXml(xml)
  expect(svg).not.toMatch(/<script|<\/text><script/)
  expect(svg).not.toMatch(/" onload=/)
  expect(svg).toContain('&lt;script&gt;')
  // well-formed: an XML reader finds only what was drawn
  const names = new Set([...svg.matchAll(/<([a-z]+)/g)].map(([, name]) => name))
  expect([...names].toSorted()).toEqual(['circle', 'desc', 'g', 'path', 'polyline', 'rect', 'svg', 'text', 'title'])
})

describe.each(sampleFlows)('the layout of $name', ({ key }) => {
  test('keeps nodes of one level apart and lets no flow cross a node', async () => {
    const flow = await deployed(await readSample(key))
    const { shapes, edges } = layoutFlow(flow)
    const level = (parent: string | undefined) => flow.nodes.filter((node) => node.parent === parent && node.type !== 'boundaryEvent')
    const crossings: string[] = []
    for (const node of flow.nodes.filter(({ type }) => type !== 'boundaryEvent')) {
      const box = shapes[node.id]!
      for (const other of level(node.parent)) {
        const its = shapes[other.id]!
        const apart = box.x + box.width <= its.x || its.x + its.width <= box.x || box.y + box.height <= its.y || its.y + its.height <= box.y
        if (other.id !== node.id && !apart) crossings.push(`${node.id} on ${other.id}`)
      }
      for (const { id } of flow.flows.filter(({ parent }) => parent === node.parent))
        for (const [index, to] of edges[id]!.slice(1).entries()) {
          const from = edges[id]![index]!
          const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
          const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
          if (right > box.x + 1 && left < box.x + box.width - 1 && bottom > box.y + 1 && top < box.y + box.height - 1)
            crossings.push(`${id} over ${node.id}`)
        }
    }
    // a flow from a border event begins on its host's edge
    const onOwnEdge = ['f6 over consult', 'v5 over rectify', 'v6 over inspect']
    expect(crossings.filter((crossing) => !onOwnEdge.includes(crossing))).toEqual([])
  })

  test('gives a file without a drawing one that the editor can open, and changes nothing else', async () => {
    const xml = await readSample(key)
    const drawn = await addDiagram(xml)
    const { warnings } = await new BpmnModdle().fromXML(drawn)
    expect(warnings).toEqual([])
    const [before, after] = [await parse(xml, 1), await parse(drawn, 1)]
    expect(after.definition).toEqual(before.definition)
    expect(Object.keys(after.diagram?.shapes ?? {}).toSorted()).toEqual(after.definition.nodes.map(({ id }) => id).toSorted())
    expect(await addDiagram(drawn)).toBe(drawn)
    expect(await refused(drawn)).toEqual([])
    expect((await drawXml(drawn)).svg).toBe((await drawXml(xml)).svg)
  })
})

test('a drawing with absurd numbers is drawn within bounds, one of another flow draws nothing', async () => {
  const drawn = await addDiagram(await readSample('simple-approval'))
  const { width } = await drawXml(drawn.replace(/x="\d+"/, 'x="1e300"'))
  expect(width).toBeLessThan(200_000)
  const { svg, stages } = await drawXml(drawn.replace(/bpmnElement="(?!simple)[^"]*"/g, 'bpmnElement="gone"'))
  expect(svg).toContain('</svg>')
  expect(stages).toHaveLength(2)
})
