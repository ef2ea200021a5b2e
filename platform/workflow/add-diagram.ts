import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleElement } from 'bpmn-moddle'
import type { Point } from './diagram.ts'
import { layoutFlow } from './layout.ts'
import { elements } from './moddle-values.ts'
import { moddleExtension } from './moddle-extension.ts'
import { parse } from './parse.ts'

/** A file without a drawing gets one, so that the editor can open it. A file that has one comes back as it is. */
export async function addDiagram(xml: string): Promise<string> {
  const { definition, diagram } = await parse(xml, 1)
  if (diagram) return xml
  const moddle = new BpmnModdle({ yiwang: moddleExtension })
  const { rootElement, elementsById } = await moddle.fromXML(xml)
  const layout = layoutFlow(definition)
  const [shapes, edges] = [new Map(Object.entries(layout.shapes)), new Map(Object.entries(layout.edges))]
  const point = (at: Point) => moddle.create('dc:Point', at)
  const drawn = [
    ...[...shapes].map(([id, box]) => {
      const bpmnElement = elementsById[id]
      const bounds = moddle.create('dc:Bounds', box)
      return moddle.create('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement, bounds, ...opened(bpmnElement) })
    }),
    ...[...edges].map(([id, points]) =>
      moddle.create('bpmndi:BPMNEdge', { id: `${id}_edge`, bpmnElement: elementsById[id], waypoint: points.map(point) }),
    ),
  ]
  const process = elements(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: drawn })
  rootElement['diagrams'] = [moddle.create('bpmndi:BPMNDiagram', { id: 'diagram', plane })]
  return (await moddle.toXML(rootElement, { format: true })).xml
}

function opened(element: ModdleElement | undefined): { isExpanded?: boolean } {
  return element?.$type === 'bpmn:SubProcess' ? { isExpanded: true } : {}
}
