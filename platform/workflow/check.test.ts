import { expect, test } from 'vitest'
import { readSample, sampleFlows } from './samples/samples.ts'
import { flowElements, flowXml, refused, task } from './testing.ts'

const start = '<startEvent id="s"/>'
const end = '<endEvent id="e"/>'
const gate = (kind: string, id: string, more = '') => `<${kind}Gateway id="${id}" name="${id}" ${more}/>`
const found = async (xml: string, variables?: string[]) =>
  (await refused(xml, variables ? { variables } : {})).map(({ code, elementId }) => `${code} ${elementId}`)

test.each(sampleFlows)('the sample flow $name passes', async ({ key }) => {
  expect(await refused(await readSample(key))).toEqual([])
})

test('what is not supported is named with its id, name and Chinese kind', async () => {
  const xml = flowXml(`${start}<scriptTask id="x" name="算分"/>${end}`, [
    ['s', 'x'],
    ['x', 'e'],
  ])
  const problem = (await refused(xml)).find(({ code }) => code === 'unsupportedElement')
  expect(problem).toMatchObject({ elementId: 'x', elementName: '算分', elementType: '脚本任务' })
  expect(problem?.text).toBe('脚本任务 “算分”（x）：不支持该类元素')
})

test.each([
  'task',
  'manualTask',
  'sendTask',
  'businessRuleTask',
  'complexGateway',
  'eventBasedGateway',
  'intermediateThrowEvent',
  'transaction',
  'adHocSubProcess',
  'dataObject',
])('%s is refused', async (kind) => {
  const xml = flowXml(`${start}${task('a')}${end}<${kind} id="x"/>`, [
    ['s', 'a'],
    ['a', 'e'],
  ])
  expect(await found(xml)).toContain('unsupportedElement x')
})

const around = (node: string) =>
  flowXml(`${start}${task('a')}${node}${end}`, [
    ['s', 'a'],
    ['a', 'x'],
    ['x', 'e'],
  ])

test.each([
  ['a signal', '<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>'],
  [
    'a repeating timer',
    '<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></intermediateCatchEvent>',
  ],
  [
    'two triggers',
    '<intermediateCatchEvent id="x"><timerEventDefinition/><messageEventDefinition messageRef="paidMessage"/></intermediateCatchEvent>',
  ],
  ['a standard loop', '<userTask id="x"><standardLoopCharacteristics/></userTask>'],
  ['compensation', '<userTask id="x" isForCompensation="true"/>'],
  ['an event sub-process', '<subProcess id="x" triggeredByEvent="true"/>'],
  ['an owner in BPMN terms', '<userTask id="x"><potentialOwner/></userTask>'],
])('%s is refused', async (_, node) => {
  expect(await found(around(node))).toContain('unsupportedFeature x')
})

test('conditions in another language are refused', async () => {
  const xml = flowXml(`${start}${gate('exclusive', 'g', 'default="g-e"')}${task('a')}${end}`, [
    ['s', 'g'],
    ['g', 'a', 'x'],
    ['g', 'e'],
    ['a', 'e'],
  ]).replace('xsi:type="tFormalExpression"', 'xsi:type="tFormalExpression" language="javascript"')
  expect(await found(xml)).toEqual(['unsupportedFeature g-a'])
})

test('R5B-031 a flow without an end, or broken off on the way, is refused', async () => {
  const noEnd = flowXml(`${start}${task('a')}`, [['s', 'a']])
  expect(await found(noEnd)).toEqual(['endMissing p', 'deadEnd s', 'deadEnd a'])
  const broken = flowXml(`${start}${task('a')}${task('b')}${end}`, [
    ['s', 'a'],
    ['b', 'e'],
  ])
  expect(await found(broken)).toEqual(['unreachable b', 'unreachable e', 'deadEnd s', 'deadEnd a'])
})

test('a flow from or to nowhere is refused', async () => {
  const xml = flowXml(`${start}${task('a')}${end}`, [
    ['s', 'a'],
    ['a', 'e'],
    ['a', 'nowhere'],
  ])
  expect(await found(xml)).toContain('unresolvedReference a-nowhere')
})

test('there is one start, ends end, and forks are drawn', async () => {
  const xml = flowXml(`${start}<startEvent id="s2"/>${task('a')}${end}`, [
    ['s', 'a'],
    ['s2', 'a'],
    ['a', 'e'],
    ['a', 's2'],
    ['e', 'a'],
  ])
  expect(await found(xml)).toEqual(expect.arrayContaining(['startSeveral s2', 'flowIntoStart a-s2', 'flowOutOfEnd e-a', 'implicitFork a']))
})

test('two elements may not share an id', async () => {
  const xml = flowXml(`${start}${task('a')}${task('a')}${end}`, [
    ['s', 'a'],
    ['a', 'e'],
  ])
  expect(await found(xml)).toContain('duplicateId a')
})

test('an exclusive gateway needs a condition on every flow but the default', async () => {
  const xml = (attributes: string, condition?: string) =>
    flowXml(`${start}${gate('exclusive', 'g', attributes)}${task('a')}${end}`, [
      ['s', 'g'],
      condition === undefined ? ['g', 'a'] : ['g', 'a', condition],
      ['g', 'e'],
      ['a', 'e'],
    ])
  expect(await found(xml(''))).toEqual(['conditionMissing g-a', 'conditionMissing g-e'])
  expect(await found(xml('default="g-e"', 'urgent'))).toEqual([])
  expect(await found(xml('default="g-e"'))).toEqual(['conditionMissing g-a'])
  expect(await found(xml('default="g-a"', 'urgent'))).toEqual(['conditionUnused g-a', 'conditionMissing g-e'])
  expect(await found(xml('default="s-g"', 'urgent'))).toEqual(['defaultInvalid g', 'conditionMissing g-e'])
})

test('a condition must be readable and speak of known variables', async () => {
  const xml = (condition: string) =>
    flowXml(`${start}${gate('exclusive', 'g', 'default="g-e"')}${task('a')}${end}`, [
      ['s', 'g'],
      ['g', 'a', condition],
      ['g', 'e'],
      ['a', 'e'],
    ])
  expect(await found(xml('amount >'))).toEqual(['conditionInvalid g-a'])
  expect(await found(xml('amount > 3'), ['amount'])).toEqual([])
  expect(await found(xml('amuont > 3 and area.code == 1'), ['amount', 'area'])).toEqual(['unknownVariable g-a'])
  expect(await found(xml('area.code == 1'), ['area.code'])).toEqual([])
  expect((await refused(xml('amuont > 3'), { variables: ['amount'] }))[0]?.details).toEqual({ variable: 'amuont' })
})

test('a condition where nothing is chosen is refused', async () => {
  const xml = flowXml(`${start}${task('a')}${end}`, [
    ['s', 'a', 'urgent'],
    ['a', 'e'],
  ])
  expect(await found(xml)).toEqual(['conditionUnused s-a'])
})

test.each([
  ['a user task without candidates', '<userTask id="x"/>', 'candidatesMissing x'],
  ['a service task without operation', '<serviceTask id="x"/>', 'operationMissing x'],
  ['a receive task without message', '<receiveTask id="x"/>', 'messageMissing x'],
  ['a call without version', '<callActivity id="x" calledElement="q"/>', 'callMissing x'],
  ['a call of an unknown flow', '<callActivity id="x" calledElement="q" yiwang:version="2"/>', 'callUnknown x'],
  ['a call of itself', '<callActivity id="x" calledElement="p" yiwang:version="1"/>', 'callRecursive x'],
  ['a wait for nothing', '<intermediateCatchEvent id="x"/>', 'triggerMissing x'],
  ['a timer without a time', '<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>', 'triggerMissing x'],
  [
    'a timer that is no duration',
    '<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition></intermediateCatchEvent>',
    'timerInvalid x',
  ],
  [
    'a timer of no workdays',
    '<intermediateCatchEvent id="x"><timerEventDefinition yiwang:workdays="0"/></intermediateCatchEvent>',
    'timerInvalid x',
  ],
  [
    'a boundary on nothing',
    '<boundaryEvent id="x"><messageEventDefinition messageRef="paidMessage"/></boundaryEvent>',
    'attachmentInvalid x',
  ],
  ['an empty sub-process', '<subProcess id="x"/>', 'startMissing x'],
])('%s is refused', async (_, node, expected) => {
  expect(await found(around(node))).toContain(expected)
})

const extended = (inner: string, more = '') =>
  around(`<userTask id="x"><extensionElements><yiwang:candidates role="clerk"/>${inner}</extensionElements>${more}</userTask>`)

test.each([
  ['a limit of nothing', extended('<yiwang:limit value="0" unit="day"/>'), 'limitInvalid x'],
  ['a limit in months', extended('<yiwang:limit value="1" unit="month"/>'), 'limitInvalid x'],
  ['a decision without options', extended('<yiwang:decision variable="v"/>'), 'decisionInvalid x'],
  [
    'a decision with an unknown action',
    extended('<yiwang:decision variable="v"><yiwang:option value="a" action="jump"/></yiwang:decision>'),
    'decisionInvalid x',
  ],
  ['a loop over nothing', extended('', '<multiInstanceLoopCharacteristics/>'), 'loopInvalid x'],
  [
    'a loop that collects nothing',
    extended('', '<multiInstanceLoopCharacteristics yiwang:collection="list" yiwang:collect="all"/>'),
    'loopInvalid x',
  ],
  [
    'an unreadable completion condition',
    extended(
      '',
      '<multiInstanceLoopCharacteristics yiwang:collection="list"><completionCondition>1 +</completionCondition></multiInstanceLoopCharacteristics>',
    ),
    'conditionInvalid x',
  ],
  [
    'avoiding the examiner of a task that is not there',
    around('<userTask id="x"><extensionElements><yiwang:candidates role="clerk" notDoneBy="nobody"/></extensionElements></userTask>'),
    'candidateTaskUnknown x',
  ],
])('%s is refused', async (_, xml, expected) => {
  expect(await found(xml)).toEqual([expected])
})

test('flows may not cross the border of a sub-process', async () => {
  const inner = `<subProcess id="x"><startEvent id="xs"/>${task('xa')}<endEvent id="xe"/>${flowElements([
    ['xs', 'xa'],
    ['xa', 'xe'],
  ])}</subProcess>`
  const xml = flowXml(`${start}${inner}${end}`, [
    ['s', 'x'],
    ['x', 'e'],
    ['s', 'xa'],
  ])
  expect(await found(xml)).toContain('flowCrossesScope s-xa')
})
