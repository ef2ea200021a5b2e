/** The flows of the measurements as BPMN: so many tasks in a row. */

/** In the terms of this product: each task for examiners of the implementing body. */
export function ownFlow(key: string, tasks: number): string {
  const candidates = '<extensionElements><yiwang:candidates role="examiner" body="implementing" /></extensionElements>'
  return flow(key, tasks, ' xmlns:yiwang="urn:yiwang:bpmn:1"', candidates)
}

/** The same without anything of this product, for other engines. */
export function plainFlow(key: string, tasks: number): string {
  return flow(key, tasks, '', '')
}

function flow(key: string, tasks: number, spaces: string, inside: string): string {
  const names = Array.from({ length: tasks }, (_, place) => `task${place + 1}`)
  const way = ['begin', ...names, 'end']
  const links = way.slice(1).map((to, place) => `<sequenceFlow id="to-${to}" sourceRef="${way[place]}" targetRef="${to}" />`)
  const nodes = names.map((name) => `<userTask id="${name}" name="环节${name.slice(4)}">${inside}</userTask>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"${spaces} id="file" targetNamespace="urn:yiwang:bench">
  <process id="${key}" name="测速流程" isExecutable="true">
    <startEvent id="begin" />
    ${nodes.join('\n    ')}
    <endEvent id="end" />
    ${links.join('\n    ')}
  </process>
</definitions>
`
}
