/** Flows as BPMN, made of a few parts: written examination, site visit, opinion of another body, joint meeting, decision. */

export interface FlowParts {
  key: string
  name: string
  examineDays?: number
  decideDays?: number
  /** 实地核查 by an inspector: what is looked at. */
  visit?: string
  /** 征求意见 of another body while the examination goes on. */
  consult?: string
  /** 集体审查 by so many people. */
  meeting?: number
}

interface Part {
  nodes: string
  first: string
  last: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Examination, what the item needs besides, and the decision by another person; the decision may send it back. */
export function flowBpmn({ key, name, examineDays = 3, decideDays = 2, visit, consult, meeting }: FlowParts): string {
  const parts = [
    consult === undefined ? examination(examineDays) : consultation(consult, examineDays),
    ...(visit === undefined ? [] : [siteVisit(visit)]),
    ...(meeting === undefined ? [] : [jointMeeting(meeting)]),
    decision(decideDays),
  ]
  const links = parts.slice(1).map((part, place) => flow(`to${place + 1}`, parts[place]?.last ?? '', part.first))
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:yiwang="urn:yiwang:bpmn:1" id="file" targetNamespace="urn:yiwang:flows">
  <process id="${key}" name="${escaped(name)}" isExecutable="true">
    <startEvent id="accepted" name="已受理" />
${parts.map(({ nodes }) => nodes).join('\n')}
    <endEvent id="approved" name="准予" />
    <endEvent id="denied" name="不予" />
    ${flow('begin', 'accepted', parts[0]?.first ?? '')}
    ${links.join('\n    ')}
    ${flow('grant', 'decided', 'approved', "decision == 'approve'")}
    ${flow('deny', 'decided', 'denied', "decision == 'deny'")}
    ${flow('again', 'decided', parts[0]?.first ?? '')}
  </process>
</definitions>
`
}

export const simpleFlow = (parts: Pick<FlowParts, 'key' | 'name'>): string => flowBpmn(parts)

const flow = (id: string, from: string, to: string, condition?: string) => {
  const guard = condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${guard}</sequenceFlow>`
}

interface Task {
  id: string
  name: string
  stage: string
  duty: string
  candidates: string
  days: number
  options?: readonly (readonly [variable: string, value: string, label: string, action: string])[]
  more?: string
}

function task({ id, name, stage, duty, candidates, days, options = [], more = '' }: Task): string {
  const [first] = options
  const lines = options.map(([, value, label, action]) => `<yiwang:option value="${value}" label="${label}" action="${action}" />`)
  const decided = first ? `<yiwang:decision variable="${first[0]}">${lines.join('')}</yiwang:decision>` : ''
  return `    <userTask id="${id}" name="${name}" yiwang:stage="${stage}" yiwang:duty="${duty}">
      <extensionElements><yiwang:candidates ${candidates} /><yiwang:limit value="${days}" unit="workday" />${decided}</extensionElements>${more}
    </userTask>`
}

const opinions = [
  ['opinion', 'agree', '拟同意', 'pass'],
  ['opinion', 'disagree', '拟不同意', 'pass'],
] as const

const examineTask = (days: number) =>
  task({
    id: 'examine',
    name: '书面审查',
    stage: '审查',
    duty: '核对申请材料，提出审查意见',
    candidates: 'role="examiner" body="implementing"',
    days,
    options: opinions,
  })

const examination = (days: number): Part => ({ nodes: examineTask(days), first: 'examine', last: 'examine' })

function consultation(whom: string, days: number): Part {
  const consult = task({
    id: 'consult',
    name: '征求意见',
    stage: '审查',
    duty: `征求${whom}的意见`,
    candidates: 'role="examiner" body="implementing"',
    days,
  })
  const nodes = [
    // a parallel gateway with two ways in would wait for both: what comes back must merge before it
    '    <exclusiveGateway id="anew" />',
    `    ${flow('p0', 'anew', 'asked')}`,
    '    <parallelGateway id="asked" name="同时进行" />',
    examineTask(days),
    consult,
    '    <parallelGateway id="heard" name="意见汇总" />',
    `    ${flow('p1', 'asked', 'examine')}${flow('p2', 'asked', 'consult')}${flow('p3', 'examine', 'heard')}${flow('p4', 'consult', 'heard')}`,
  ].join('\n')
  return { nodes, first: 'anew', last: 'heard' }
}

const siteVisit = (what: string): Part => ({
  nodes: task({
    id: 'inspect',
    name: '现场核查',
    stage: '审查',
    duty: `${what}：到现场核查，记录核查情况`,
    candidates: 'role="inspector" body="implementing"',
    days: 5,
    options: [
      ['finding', 'passed', '符合', 'pass'],
      ['finding', 'failed', '不符合', 'pass'],
    ],
  }),
  first: 'inspect',
  last: 'inspect',
})

const jointMeeting = (people: number): Part => ({
  nodes: task({
    id: 'meeting',
    name: '集体审查',
    stage: '审查',
    duty: '参加集体审查，提出意见',
    candidates: 'role="examiner" body="implementing"',
    days: 3,
    options: [
      ['vote', 'yes', '同意', 'pass'],
      ['vote', 'no', '不同意', 'pass'],
    ],
    more: `<multiInstanceLoopCharacteristics yiwang:result="vote" yiwang:collect="votes"><loopCardinality xsi:type="tFormalExpression">${people}</loopCardinality></multiInstanceLoopCharacteristics>`,
  }),
  first: 'meeting',
  last: 'meeting',
})

const decision = (days: number): Part => ({
  nodes: [
    task({
      id: 'decide',
      name: '决定',
      stage: '决定',
      duty: '依据审查意见作出决定',
      candidates: 'role="decider" body="implementing" notDoneBy="examine"',
      days,
      options: [
        ['decision', 'approve', '准予许可', 'pass'],
        ['decision', 'deny', '不予许可', 'pass'],
        ['decision', 'return', '退回审查', 'return'],
      ],
    }),
    '    <exclusiveGateway id="decided" name="决定结果" default="again" />',
    `    ${flow('settle', 'decide', 'decided')}`,
  ].join('\n'),
  first: 'decide',
  last: 'decided',
})
