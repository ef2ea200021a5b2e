import { expect, test } from 'vitest'
import { readFindings } from './findings.ts'
import { startingFlow } from './starting-flow.ts'

const refused = { type: 'flow.refused', title: '', status: 422, errors: [] }

test('findings lead to their elements; what is none is left out', () => {
  const finding = {
    elementId: 'examine',
    elementName: '审查',
    elementType: '人工环节',
    text: '没有指定办理角色或人员',
    code: 'candidatesMissing',
  }
  expect(readFindings({ ...refused, findings: [finding, null, { text: 'x' }] })).toEqual([
    { elementId: 'examine', elementName: '审查', elementType: '人工环节', text: '没有指定办理角色或人员' },
  ])
  expect(readFindings(refused)).toEqual([])
})

test('a new flow begins with acceptance, and no name can break its XML', () => {
  expect(startingFlow('审查 <"&>')).toContain('name="审查 &lt;&quot;&amp;&gt;"')
})
