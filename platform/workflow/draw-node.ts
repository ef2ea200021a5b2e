import type { FlowNode, Trigger } from './definition.ts'
import { isActivity } from './definition.ts'
import type { Box } from './diagram.ts'
import { elementName } from './element-names.ts'
import { colours, markColours, markIcons } from './picture-colours.ts'
import type { Mark } from './progress.ts'
import { limitText, markNames } from './stages.ts'
import { escape, tag, wrap } from './svg.ts'

type Look = { fill: string; stroke: string; mark: Mark | undefined }

/** One node with its name, its kind and how far it is, in shape, icon and words. */
export function drawNode(node: FlowNode, box: Box | undefined, marks: Map<string, Mark> | undefined, opened: boolean): string {
  if (!box) return ''
  const mark = marks && (marks.get(node.id) ?? 'pending')
  const look: Look = { ...markColours[mark ?? 'pending'], mark }
  const title = tag('title', {}, escape([node.name, elementName(node.type), mark ? markNames[mark] : ''].filter((part) => part).join('，')))
  if (isActivity(node)) return tag('g', {}, title, opened ? drawOpened(node, box, look) : drawActivity(node, box, look))
  const shape = node.type.endsWith('Gateway') ? drawGateway(node, box, look) : drawEvent(node, box, look)
  return tag('g', {}, title, shape, node.type === 'boundaryEvent' ? drawNameBeside(node.name, box) : drawName(node.name, box))
}

function drawActivity(node: FlowNode, box: Box, look: Look): string {
  const limit = node.type === 'userTask' && node.limit ? limitText(node.limit) : ''
  const details = [look.mark ? markNames[look.mark] : '', limit].filter((part) => part).join(' · ')
  // the lowest part is left to events on the border
  const room = box.height - (details ? 40 : 16)
  const lines = wrap(node.name || elementName(node.type), box.width - 16, 14, Math.max(1, Math.floor(room / 18)))
  const first = box.y + 10 + (room - lines.length * 18) / 2 + 13
  return [
    drawRect(node, box, look),
    ...lines.map((line, index) => text(line, box.x + box.width / 2, first + index * 18, 14)),
    look.mark ? icon(look.mark, box.x + 10, box.y + box.height - 36) : '',
    details ? text(details, box.x + box.width / 2 + (look.mark ? 10 : 0), box.y + box.height - 25, 12, colours.quiet) : '',
    drawRepeat(node, box),
  ].join('')
}

function drawOpened(node: FlowNode, box: Box, look: Look): string {
  const rect = { x: box.x, y: box.y, width: box.width, height: box.height, rx: 6 }
  return [
    tag('rect', { ...rect, fill: colours.ground, stroke: look.stroke, 'stroke-width': 1.5 }),
    look.mark ? icon(look.mark, box.x + 10, box.y + 8) : '',
    tag(
      'text',
      { x: box.x + (look.mark ? 30 : 12), y: box.y + 20, 'font-size': 13 },
      escape(wrap(node.name, box.width - 40, 13, 1).join('')),
    ),
    drawRepeat(node, box),
  ].join('')
}

function drawRect(node: FlowNode, { x, y, width, height }: Box, { fill, stroke, mark }: Look): string {
  const strong = node.type === 'callActivity' ? 4 : mark === 'current' || mark === 'late' ? 2.5 : 1.5
  return tag('rect', { x, y, width, height, rx: 6, fill, stroke, 'stroke-width': strong })
}

/** Three lines: standing for at once (会签), lying for one after the other. */
function drawRepeat(node: FlowNode, box: Box): string {
  if (!('loop' in node) || !node.loop) return ''
  const [x, y] = [box.x + box.width - 18, box.y + 8]
  const d = node.loop.sequential ? `M${x} ${y}h10M${x} ${y + 4}h10M${x} ${y + 8}h10` : `M${x} ${y}v10M${x + 4} ${y}v10M${x + 8} ${y}v10`
  return tag('path', { d, stroke: colours.ink, 'stroke-width': 1.5, fill: 'none' })
}

function drawGateway(node: FlowNode, { x, y, width, height }: Box, { fill, stroke }: Look): string {
  const [cx, cy] = [x + width / 2, y + height / 2]
  const diamond = `M${cx} ${y}L${x + width} ${cy}L${cx} ${y + height}L${x} ${cy}Z`
  const inside: Record<string, string> = {
    exclusiveGateway: `M${cx - 7} ${cy - 7}l14 14M${cx + 7} ${cy - 7}l-14 14`,
    parallelGateway: `M${cx - 10} ${cy}h20M${cx} ${cy - 10}v20`,
    inclusiveGateway: `M${cx} ${cy - 9}a9 9 0 1 1 -0.01 0Z`,
  }
  const sign = tag('path', { d: inside[node.type] ?? '', stroke: colours.ink, 'stroke-width': 2.5, fill: 'none' })
  return tag('path', { d: diamond, fill, stroke, 'stroke-width': 1.5 }) + sign
}

function drawEvent(node: FlowNode, { x, y, width, height }: Box, { fill, stroke, mark }: Look): string {
  const [cx, cy, r] = [x + width / 2, y + height / 2, Math.min(width, height) / 2]
  const dashed = node.type === 'boundaryEvent' && !node.interrupting ? '4 3' : undefined
  const ring = { cx, cy, fill, stroke, 'stroke-dasharray': dashed }
  const outer = tag('circle', { ...ring, r, 'stroke-width': node.type === 'endEvent' ? 3.5 : 1.5 })
  if (node.type === 'boundaryEvent' || node.type === 'catchEvent')
    return outer + tag('circle', { ...ring, r: r - 3.5, 'stroke-width': 1.25 }) + drawTrigger(node.trigger, cx, cy)
  if (node.type === 'endEvent' && node.terminate) return outer + tag('circle', { cx, cy, r: r - 8, fill: colours.ink })
  return outer + (mark === 'done' || mark === 'current' ? icon(mark, cx - 7, cy - 7) : '')
}

/** A clock or an envelope. */
function drawTrigger(trigger: Trigger | undefined, cx: number, cy: number): string {
  const line = { stroke: colours.ink, 'stroke-width': 1.5, fill: 'none' }
  if (trigger?.kind === 'message') return tag('path', { ...line, d: `M${cx - 8} ${cy - 5}h16v11h-16Zl8 6 8-6` })
  return tag('circle', { ...line, cx, cy, r: 8 }) + tag('path', { ...line, d: `M${cx} ${cy - 5}v5h4` })
}

function drawName(name: string, { x, y, width, height }: Box): string {
  return wrap(name, 108, 12, 2)
    .map((line, index) => text(line, x + width / 2, y + height + 15 + index * 15, 12, colours.quiet))
    .join('')
}

/** Left of the line that leads downwards from the border. */
function drawNameBeside(name: string, { x, y, width, height }: Box): string {
  const place = { x: x + width / 2 - 6, 'font-size': 12, 'text-anchor': 'end', fill: colours.quiet }
  return wrap(name, 108, 12, 2)
    .map((line, index) => tag('text', { ...place, y: y + height + 12 + index * 15 }, escape(line)))
    .join('')
}

function icon(mark: Mark, x: number, y: number): string {
  const stroke = markColours[mark].icon
  const filled = mark === 'current' ? stroke : 'none'
  return tag('path', {
    d: markIcons[mark],
    transform: `translate(${Math.round(x)} ${Math.round(y)})`,
    stroke,
    'stroke-width': 2,
    fill: filled,
  })
}

function text(content: string, x: number, y: number, size: number, fill?: string): string {
  return tag('text', { x, y, 'font-size': size, 'text-anchor': 'middle', fill }, escape(content))
}
