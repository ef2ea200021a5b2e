import type { Definition } from './definition.ts'
import type { Box, Diagram, Point } from './diagram.ts'
import { graphOf } from './graph.ts'
import type { Graph, Place } from './graph.ts'
import { arrange } from './layers.ts'
import type { Arrangement } from './layers.ts'
import { columnGap, event, gateway, heading, margin, rowGap, task } from './layout-sizes.ts'
import type { Grid, Size, Span } from './layout-sizes.ts'
import { routeFlows } from './routes.ts'

type Laid = { diagram: Diagram; width: number; height: number }

/** Draws a flow that comes without a drawing: layers from left to right, sub-processes opened, no flow across a node. */
export function layoutFlow(definition: Definition): Diagram {
  return layContainer(graphOf(definition), '').diagram
}

function layContainer(graph: Graph, container: string): Laid {
  const places = graph.inside.get(container) ?? []
  const inner = new Map(places.filter(({ node }) => node.type === 'subProcess').map(({ node }) => [node.id, layContainer(graph, node.id)]))
  const sizeOf = (place: Place) => inner.get(place.node.id) ?? sizeByKind(place)
  const grid = makeGrid(arrange(places), new Map(places.map((place) => [place.node.id, sizeOf(place)])))
  const shapes = new Map<string, Box>()
  for (const place of places) {
    const cell = grid.cells.get(place.node.id)
    if (cell) shapes.set(place.node.id, centred(grid.columns[cell.column], grid.rows[cell.row], sizeOf(place)))
  }
  for (const { boundaries, node } of places) boundaries.forEach(({ id }, index) => shapes.set(id, onBorder(shapes.get(node.id), index)))
  const { edges, depth } = routeFlows(places, shapes, grid)
  for (const [id, laid] of inner) moveInto(shapes, edges, laid.diagram, shapes.get(id))
  const width = end(grid.columns) + columnGap / 2
  return { diagram: { shapes: Object.fromEntries(shapes), edges: Object.fromEntries(edges), frames: [] }, width, height: depth + margin }
}

function sizeByKind({ node }: Place): { width: number; height: number } {
  if (node.type.endsWith('Event')) return event
  return node.type.endsWith('Gateway') ? gateway : task
}

function makeGrid(arrangement: Arrangement, sizes: Map<string, Size>): Grid {
  const cells = [...arrangement.cells].map(([id, cell]) => ({ ...cell, ...(sizes.get(id) ?? task) }))
  const all = [...cells, ...[...arrangement.via.values()].flat()]
  const last = (pick: (cell: { column: number; row: number }) => number) => Math.max(-1, ...all.map(pick))
  const columns = spans(last(({ column }) => column) + 1, columnGap, columnGap / 2, (index) =>
    Math.max(0, ...cells.filter(({ column }) => column === index).map(({ width }) => width)),
  )
  const rows = spans(last(({ row }) => row) + 1, rowGap, heading, (index) =>
    Math.max(event.height, ...cells.filter(({ row }) => row === index).map(({ height }) => height)),
  )
  return { ...arrangement, columns, rows }
}

function spans(count: number, gap: number, from: number, sizeAt: (index: number) => number): Span[] {
  let at = from
  return Array.from({ length: count }, (_, index) => {
    const span = { at, size: sizeAt(index) }
    at += span.size + gap
    return span
  })
}

function end(of: Span[]): number {
  const last = of.at(-1)
  return last ? last.at + last.size : 0
}

function centred(column: Span | undefined, row: Span | undefined, { width, height }: Size): Box {
  const x = (column?.at ?? 0) + ((column?.size ?? width) - width) / 2
  const y = (row?.at ?? 0) + ((row?.size ?? height) - height) / 2
  return { x, y, width, height }
}

function onBorder(host: Box | undefined, index: number): Box {
  const { x, y, width, height } = host ?? { x: 0, y: 0, ...task }
  return { x: Math.max(x, x + width - event.width - 12 - index * 44), y: y + height - event.height / 2, ...event }
}

function moveInto(shapes: Map<string, Box>, edges: Map<string, Point[]>, inner: Diagram, host: Box | undefined): void {
  const { x: dx, y: dy } = host ?? { x: 0, y: 0 }
  for (const [id, box] of Object.entries(inner.shapes)) shapes.set(id, { ...box, x: box.x + dx, y: box.y + dy })
  for (const [id, points] of Object.entries(inner.edges))
    edges.set(
      id,
      points.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
    )
}
