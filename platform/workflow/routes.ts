import type { SequenceFlow } from './definition.ts'
import type { Box, Point } from './diagram.ts'
import type { Place } from './graph.ts'
import { columnGap } from './layout-sizes.ts'
import type { Grid, Span } from './layout-sizes.ts'

/** Draws flows at right angles, turning only in the gaps between columns and rows. `depth` is the lowest point reached. */
export function routeFlows(places: Place[], shapes: Map<string, Box>, grid: Grid): { edges: Map<string, Point[]>; depth: number } {
  const edges = new Map<string, Point[]>()
  const bottom = Math.max(0, ...grid.rows.map(({ at, size }) => at + size), ...[...shapes.values()].map(({ y, height }) => y + height))
  let depth = bottom + 16
  for (const place of places)
    for (const flow of place.outgoing) {
      const [source, target] = [shapes.get(place.node.id), shapes.get(flow.target)]
      if (!source || !target) continue
      const host = place.node.type === 'boundaryEvent' ? place.node.attachedTo : place.node.id
      const column = grid.cells.get(host)?.column ?? 0
      const turn = place.outgoing.length > 1 ? 20 : 20 + ((grid.cells.get(host)?.row ?? 0) % 4) * 10
      const begin = beginning(place, source, columnEnd(grid, column) + turn)
      if (grid.back.has(flow.id)) {
        depth += 14
        edges.set(flow.id, tidy([...begin, ...leadBack(begin, flow, target, depth, grid, columnEnd(grid, column) + turn)]))
      } else edges.set(flow.id, tidy([...begin, ...leadOn(begin, flow, target, grid, turn)]))
    }
  return { edges, depth }
}

/** From the right side; from a border event downwards first. */
function beginning({ node }: Place, { x, y, width, height }: Box, turnAt: number): Point[] {
  if (node.type !== 'boundaryEvent') return [{ x: x + width, y: y + height / 2 }]
  const below = y + height + 14
  return [
    { x: x + width / 2, y: y + height },
    { x: x + width / 2, y: below },
    { x: turnAt, y: below },
  ]
}

function leadOn(begin: Point[], flow: SequenceFlow, target: Box, grid: Grid, turn: number): Point[] {
  const points: Point[] = []
  let y = begin.at(-1)?.y ?? 0
  const goTo = (column: number, nextY: number) => {
    const x = columnEnd(grid, column - 1) + turn
    points.push({ x, y }, { x, y: nextY })
    y = nextY
  }
  for (const { column, row } of grid.via.get(flow.id) ?? []) goTo(column, middle(grid.rows[row]))
  goTo(grid.cells.get(flow.target)?.column ?? 0, target.y + target.height / 2)
  return [...points, { x: target.x, y }]
}

/** Below everything and back into the gap before the target. */
function leadBack(begin: Point[], flow: SequenceFlow, target: Box, depth: number, grid: Grid, turnAt: number): Point[] {
  const before = columnEnd(grid, (grid.cells.get(flow.target)?.column ?? 0) - 1) + columnGap - 18
  const y = target.y + target.height / 2
  return [
    { x: turnAt, y: begin.at(-1)?.y ?? 0 },
    { x: turnAt, y: depth },
    { x: before, y: depth },
    { x: before, y },
    { x: target.x, y },
  ]
}

function columnEnd({ columns }: Grid, column: number): number {
  const span = columns[column]
  return span ? span.at + span.size : -columnGap / 2
}

function middle(span: Span | undefined): number {
  return span ? span.at + span.size / 2 : 0
}

/** Without points that repeat or lie between two others on one line. */
function tidy(points: Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last.x === point.x && last.y === point.y) continue
    if (before && last && isStraight(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y)
}
