import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { FlowProblem } from './problems.ts'
import { readSample } from './samples/samples.ts'
import { flowXml, refused, task } from './testing.ts'

async function codeOf(xml: string): Promise<string> {
  try {
    await parse(xml, 1)
  } catch (error) {
    if (error instanceof FlowProblem) return error.code
    throw error
  }
  return ''
}

const small = flowXml(`<startEvent id="s"/>${task('a')}<endEvent id="e"/>`, [
  ['s', 'a'],
  ['a', 'e'],
])

test('a file gives nodes, flows and what the extension says about a task', async () => {
  const { definition, problems, diagram } = await parse(await readSample('simple-approval'), 7)
  expect(problems).toEqual([])
  expect(diagram).toBeUndefined()
  expect(definition).toMatchObject({ key: 'simple-approval', version: 7, name: '一般审批' })
  expect(definition.nodes.find(({ id }) => id === 'decide')).toEqual({
    id: 'decide',
    name: '决定',
    stage: '决定',
    type: 'userTask',
    duty: '依据审查意见作出决定',
    formKey: 'decision',
    candidates: { roles: ['decider'], body: 'implementing', notDoneBy: ['examine'] },
    limit: { value: 2, unit: 'workday' },
    decision: {
      variable: 'decision',
      options: [
        { value: 'approve', label: '准予许可', action: 'pass' },
        { value: 'deny', label: '不予许可', action: 'pass' },
        { value: 'return', label: '退回审查', action: 'return' },
      ],
    },
  })
  expect(definition.flows.find(({ id }) => id === 'grant')?.condition).toBe("decision == 'approve'")
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
})

test.each([
  ['a document type', `<!DOCTYPE definitions SYSTEM "file:///etc/passwd">${small}`, 'xmlForbidden'],
  ['entities that grow', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${small}`, 'xmlForbidden'],
  ['a doctype in small letters', `<!doctype x>${small}`, 'xmlForbidden'],
  ['a million characters', small + ' '.repeat(1_000_000), 'xmlTooLarge'],
  ['depth', small.replace('<startEvent', `${'<documentation>'.repeat(80)}${'</documentation>'.repeat(80)}<startEvent`), 'xmlTooDeep'],
  ['depth hidden behind an attribute', small.replace('<startEvent', `${'<a b="/>">'.repeat(80)}<startEvent`), 'xmlTooDeep'],
  ['very many elements', small.replace('<startEvent', `${'<a/>'.repeat(20_001)}<startEvent`), 'xmlTooMany'],
  ['an unclosed tag', small.slice(0, -20), 'xmlUnreadable'],
  ['an unclosed comment', `${small}<!-- `, 'xmlUnreadable'],
  ['no XML', 'hello', 'xmlUnreadable'],
  ['nothing', '', 'xmlUnreadable'],
  ['another kind of XML', '<html><body/></html>', 'xmlUnreadable'],
])('a file with %s is refused', async (_, xml, code) => {
  expect(await codeOf(xml)).toBe(code)
})

test('a doctype inside a comment or CDATA is only text', async () => {
  expect(
    await codeOf(small.replace('<startEvent', '<!-- <!DOCTYPE x> --><documentation><![CDATA[<!DOCTYPE y>]]></documentation><startEvent')),
  ).toBe('')
})

test('entities are not expanded even where no doctype declares them', async () => {
  const { definition } = await parse(small.replace('name="a"', 'name="&lt;b&gt; &unknown;"'), 1)
  expect(definition.nodes.find(({ id }) => id === 'a')?.name).toBe('<b> &unknown;')
})

test('ids that are names of JavaScript do no harm', async () => {
  const xml = flowXml(`<startEvent id="__proto__"/>${task('constructor')}<endEvent id="toString"/>`, [
    ['__proto__', 'constructor'],
    ['constructor', 'toString'],
  ])
  expect(await refused(xml)).toEqual([])
  expect(({} as Record<string, unknown>)['name']).toBeUndefined()
})

test('a file without a process, or with two, is not deployed', async () => {
  const none = small.replace(/<process[\s\S]*<\/process>/, '')
  expect((await refused(none)).map(({ code }) => code)).toContain('processMissing')
  const two = small.replace('</definitions>', '<process id="q"/></definitions>')
  expect((await refused(two)).map(({ code }) => code)).toContain('processSeveral')
})

test('a version is a positive whole number', async () => {
  for (const version of [0, -1, 1.5, Number.NaN])
    expect((await refused(small, { version })).map(({ code }) => code)).toEqual(['versionInvalid'])
})
