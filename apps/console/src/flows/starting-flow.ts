/** A new flow: accepted, one task, decided. */
export function startingFlow(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:yiwang="urn:yiwang:bpmn:1" id="file" targetNamespace="urn:yiwang:flows">
  <process id="flow" name="${escaped(name)}" isExecutable="true">
    <startEvent id="accepted" name="已受理" />
    <userTask id="examine" name="审查" />
    <endEvent id="done" name="完成" />
    <sequenceFlow id="begin" sourceRef="accepted" targetRef="examine" />
    <sequenceFlow id="finish" sourceRef="examine" targetRef="done" />
  </process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="flow">
    <bpmndi:BPMNShape id="a" bpmnElement="accepted"><dc:Bounds x="160" y="182" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="161" y="225" width="34" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="b" bpmnElement="examine"><dc:Bounds x="280" y="160" width="120" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="c" bpmnElement="done"><dc:Bounds x="490" y="182" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="496" y="225" width="24" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="d" bpmnElement="begin"><di:waypoint x="196" y="200" /><di:waypoint x="280" y="200" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e" bpmnElement="finish"><di:waypoint x="400" y="200" /><di:waypoint x="490" y="200" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>
`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
