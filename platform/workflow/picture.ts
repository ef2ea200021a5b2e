import type { Definition } from './definition.ts'
import type { Box, Diagram, Point } from './diagram.ts'
import { drawEdge } from './draw-edge.ts'
import { drawNode } from './draw-node.ts'
import { layoutFlow } from './layout.ts'
import { parse } from './parse.ts'
import { marksOf } from './progress.ts'
import type { Mark, Progress } from './progress.ts'
import { colours } from './picture-colours.ts'
import { stagesOf } from './stages.ts'
import type { Stage } from './stages.ts'
import { escape, tag } from './svg.ts'

export type Picture = { svg: string; stages: Stage[]; width: number; height: number }
export type PictureOptions = {
  diagram?: Diagram
  /** Without it the flow itself is drawn, as in a guide; with it, how far a case is. */
  progress?: Progress
  /** Keeps the ids of several pictures on one page apart. */
  idPrefix?: string
}

/** Draws a flow (办理流程图) as SVG text, with the same said in words for those who cannot see it. */
export function draw(definition: Definition, { diagram, progress, idPrefix = 'flow' }: PictureOptions = {}): Picture {
  const marks = progress && marksOf(definition, progress)
  const stages = stagesOf(definition, marks)
  const drawing = diagram ?? layoutFlow(definition)
  const [shapes, edges] = [new Map(Object.entries(drawing.shapes)), new Map(Object.entries(drawing.edges))]
  const parts = [
    ...drawing.frames.map(drawFrame),
    ...containersFirst(definition).map((node) => drawNode(node, shapes.get(node.id), marks, hasInside(definition, node.id, shapes))),
    ...goneLast(definition, marks).map((flow) => drawEdge(flow, edges.get(flow.id), marks?.get(flow.id))),
  ]
  const bounds = around([...shapes.values(), ...drawing.frames], [...edges.values()].flat())
  return { svg: wrapSvg(definition, bounds, stages, parts, idPrefix.replace(/[^\w-]/g, '')), stages, ...size(bounds) }
}

/** The same from a file, drawn as its author drew it when it holds a drawing. */
export async function drawXml(xml: string, options: Omit<PictureOptions, 'diagram'> & { version?: number } = {}): Promise<Picture> {
  const { definition, diagram } = await parse(xml, options.version ?? 1)
  return draw(definition, diagram ? { ...options, diagram } : options)
}

function wrapSvg(definition: Definition, bounds: Box, stages: Stage[], parts: string[], prefix: string): string {
  const [title, description] = [`${prefix}-title`, `${prefix}-desc`]
  const { width, height } = size(bounds)
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [bounds.x, bounds.y, bounds.width, bounds.height].map((value) => Math.round(value)).join(' '),
      width,
      height,
      role: 'img',
      'aria-labelledby': `${title} ${description}`,
      'font-family': 'var(--font, sans-serif)',
      fill: colours.ink,
    },
    tag('title', { id: title }, escape(`${definition.name || definition.key}流程图`)),
    tag(
      'desc',
      { id: description },
      escape(`共${stages.length}个环节。${stages.map(({ text }, index) => `${index + 1}. ${text}`).join('；')}`),
    ),
    ...parts,
  )
}

function size({ width, height }: Box): { width: number; height: number } {
  return { width: Math.round(width), height: Math.round(height) }
}

function drawFrame({ x, y, width, height, name }: Box & { name: string }): string {
  const box = tag('rect', { x, y, width, height, fill: 'none', stroke: colours.line })
  return box + tag('text', { x: x + 8, y: y + 18, 'font-size': 12, fill: colours.quiet }, escape(name))
}

/** A container is drawn before what stands in it, or it would cover it; border events come last, above their hosts. */
function containersFirst({ nodes }: Definition) {
  const depth = new Map<string, number>()
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]))
  const depthOf = (id: string | undefined): number => {
    if (id === undefined) return 0
    const known = depth.get(id) ?? depthOf(parents.get(id)) + 1
    depth.set(id, known)
    return known
  }
  const level = (node: (typeof nodes)[number]) => depthOf(node.id) + (node.type === 'boundaryEvent' ? 0.5 : 0)
  return [...nodes].sort((a, b) => level(a) - level(b))
}

/** The way already gone lies above flows it shares a line with. */
function goneLast({ flows }: Definition, marks: Map<string, Mark> | undefined) {
  return [...flows].sort((a, b) => Number(marks?.has(a.id) ?? false) - Number(marks?.has(b.id) ?? false))
}

function hasInside({ nodes }: Definition, id: string, shapes: Map<string, Box>): boolean {
  return nodes.some((node) => node.parent === id && shapes.has(node.id))
}

function around(boxes: Box[], points: Point[]): Box {
  const [left, top] = [boxes.map(({ x }) => x), boxes.map(({ y }) => y)]
  const right = boxes.map(({ x, width }) => x + width)
  const bottom = boxes.map(({ y, height }) => y + height)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [least([...left, ...xs]) - 24, least([...top, ...ys]) - 24]
  return { x, y, width: most([...right, ...xs]) + 24 - x, height: most([...bottom, ...ys]) + 44 - y }
}

function least(values: number[]): number {
  return values.reduce((found, value) => Math.min(found, value), values[0] ?? 0)
}

function most(values: number[]): number {
  return values.reduce((found, value) => Math.max(found, value), values[0] ?? 0)
}
