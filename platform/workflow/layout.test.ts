import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBlock, blockXml } from './blocks.ts'
import type { Definition } from './definition.ts'
import type { Box } from './diagram.ts'
import { layoutFlow } from './layout.ts'
import { draw } from './picture.ts'
import { deployed } from './testing.ts'

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function within(a: Box, b: Box): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
}

test('any flow is laid out whole: nodes of one level apart, inner ones inside, flows from node to node at right angles', async () => {
  await fc.assert(
    fc.asyncProperty(anyBlock, async (block) => {
      const flow = await deployed(blockXml(block))
      const { shapes, edges } = layoutFlow(flow)
      const boxOf = (id: string) => shapes[id] ?? { x: Number.NaN, y: 0, width: 0, height: 0 }
      const solid = flow.nodes.filter(({ type }) => type !== 'boundaryEvent')
      const clashes = solid.flatMap((a) =>
        solid.filter((b) => a.id < b.id && a.parent === b.parent && overlap(boxOf(a.id), boxOf(b.id))).map((b) => [a.id, b.id]),
      )
      expect(clashes).toEqual([])
      expect(solid.filter(({ id, parent }) => parent !== undefined && !within(boxOf(id), boxOf(parent)))).toEqual([])
      for (const { id, source, target } of flow.flows) {
        const points = edges[id] ?? []
        const from = boxOf(source)
        expect(points.at(-1)).toEqual({ x: boxOf(target).x, y: boxOf(target).y + boxOf(target).height / 2 })
        expect([from.x + from.width, from.x + from.width / 2]).toContain(points[0]?.x)
        expect(points.slice(1).filter(({ x, y }, index) => x !== points[index]?.x && y !== points[index]?.y)).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

test('a half-drawn flow is drawn as far as it goes', () => {
  const broken: Definition = {
    key: 'p',
    version: 1,
    name: '',
    nodes: [
      { id: 'a', name: '审查', type: 'userTask', candidates: { roles: [] } },
      { id: 'b', name: '', type: 'boundaryEvent', attachedTo: 'gone', interrupting: true },
      { id: 'c', name: '', type: 'subProcess' },
    ],
    flows: [
      { id: 'f', name: '', source: 'a', target: 'a' },
      { id: 'g', name: '', source: 'a', target: 'gone' },
      { id: 'h', name: '', source: 'b', target: 'c' },
    ],
  }
  const { svg, stages } = draw(broken, { progress: { passed: ['f', 'gone'], state: { tokens: [{ id: 1, at: 'a', in: 0 }] } } })
  expect(svg).toContain('审查')
  expect(svg).not.toContain('NaN')
  expect(Object.fromEntries(stages.map(({ id, mark }) => [id, mark]))).toEqual({ a: 'current', c: 'pending' })
  expect(draw({ ...broken, nodes: [], flows: [] }).svg).not.toMatch(/NaN|Infinity/)
})

test('a flow of a thousand nodes is drawn in reasonable time', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `n${index}`)
  const flow: Definition = {
    key: 'p',
    version: 1,
    name: '',
    nodes: ids.map((id) => ({ id, name: id, type: 'exclusiveGateway' })),
    flows: ids.flatMap((source, index) =>
      [1, 7].map((step) => ({ id: `${source}-${step}`, name: '', source, target: `n${(index * step + 1) % 1000}` })),
    ),
  }
  const before = performance.now()
  expect(draw(flow).svg.length).toBeGreaterThan(100_000)
  expect(performance.now() - before).toBeLessThan(5000)
})
