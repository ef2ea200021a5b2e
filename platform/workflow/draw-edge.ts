import type { SequenceFlow } from './definition.ts'
import type { Point } from './diagram.ts'
import { colours, markColours } from './picture-colours.ts'
import type { Mark } from './progress.ts'
import { escape, tag, wrap } from './svg.ts'

/** A flow with its arrow; the way already gone is drawn stronger. */
export function drawEdge({ name }: SequenceFlow, points: Point[] | undefined, mark: Mark | undefined): string {
  const [last, before] = [points?.at(-1), points?.at(-2)]
  if (!points || !last || !before) return ''
  const stroke = mark === 'done' ? markColours.done.stroke : colours.line
  const line = points.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ')
  return tag(
    'g',
    {},
    tag('polyline', { points: line, fill: 'none', stroke, 'stroke-width': mark === 'done' ? 2.5 : 1.25, 'stroke-linejoin': 'round' }),
    tag('path', { d: arrow(before, last), fill: stroke }),
    name ? label(name, points) : '',
  )
}

function arrow(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const corner = (along: number, across: number) =>
    `${Math.round(to.x - ux * along - uy * across)} ${Math.round(to.y - uy * along + ux * across)}`
  return `M${corner(0, 0)}L${corner(9, 4)}L${corner(9, -4)}Z`
}

/** Above the longest level stretch, where there is most room. */
function label(name: string, points: Point[]): string {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }))
  const length = ({ from, to }: { from: Point; to: Point }) => (Math.abs(from.y - to.y) < 1 ? Math.abs(to.x - from.x) : 0)
  const best = stretches.reduce(
    (found, next) => (length(next) > length(found) ? next : found),
    stretches[0] ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } },
  )
  const middle = (best.from.x + best.to.x) / 2
  const lines = wrap(name, 84, 12, 2)
  return lines
    .map((line, index) => {
      const y = best.from.y - 6 - (lines.length - 1 - index) * 15
      return tag('text', { x: middle, y, 'font-size': 12, 'text-anchor': 'middle', fill: colours.quiet }, escape(line))
    })
    .join('')
}
