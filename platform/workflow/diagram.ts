import type { ModdleElement } from 'bpmn-moddle'
import { child, elements, text } from './moddle-values.ts'

export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }
/** Pools and lanes: drawn behind the flow, without meaning for its run. */
export type Frame = Box & { name: string }
export type Diagram = { shapes: Record<string, Box>; edges: Record<string, Point[]>; frames: Frame[] }

const frameTypes = ['bpmn:Participant', 'bpmn:Lane']
const furthest = 100_000

/** The drawing stored in the file (BPMN DI), if there is one. */
export function readDiagram(root: ModdleElement): Diagram | undefined {
  const plane = child(elements(root, 'diagrams')[0], 'plane')
  const drawn = elements(plane, 'planeElement')
  const shapes = new Map<string, Box>()
  const edges = new Map<string, Point[]>()
  const frames: Frame[] = []
  for (const item of drawn) {
    const element = child(item, 'bpmnElement')
    const id = text(element, 'id')
    if (!element || !id) continue
    const box = readBox(child(item, 'bounds'))
    const points = elements(item, 'waypoint').map(readPoint)
    if (box && frameTypes.includes(element.$type)) frames.push({ ...box, name: text(element, 'name') })
    else if (box) shapes.set(id, box)
    else if (points.length > 1) edges.set(id, points)
  }
  if (shapes.size === 0) return undefined
  return { shapes: Object.fromEntries(shapes), edges: Object.fromEntries(edges), frames }
}

function readBox(bounds: ModdleElement | undefined): Box | undefined {
  if (!bounds) return undefined
  return { ...readPoint(bounds), width: coordinate(bounds['width']), height: coordinate(bounds['height']) }
}

function readPoint(point: ModdleElement): Point {
  return { x: coordinate(point['x']), y: coordinate(point['y']) }
}

/** A drawing of absurd size would make an unusable picture. */
function coordinate(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(-furthest, Math.min(furthest, value)) : 0
}
