import { expect, test } from 'vitest'
import { checkPaperData } from './paper-data.ts'
import { InvalidPaperData } from './problem.ts'
import { renderPaper } from './render.ts'
import { templates } from './templates.ts'
import type { TemplateName } from './templates.ts'
import { aPaper } from './testing.ts'

function errorsOf(template: TemplateName, data: unknown): string[] {
  try {
    checkPaperData(template, data)
    return []
  } catch (problem) {
    if (!(problem instanceof InvalidPaperData)) throw problem
    return problem.details.errors.map(({ path, rule }) => `${path} ${rule}`).sort()
  }
}

test.each(Object.keys(templates) as TemplateName[])(
  '%s: each field that must be there is missed, and a field that is unknown is refused',
  (template) => {
    const { required } = templates[template].data
    expect(errorsOf(template, {})).toEqual(required.map((field) => `/${field} required`).sort())
    expect(errorsOf(template, { ...aPaper(template), colour_: 'x' })).toEqual(['/colour_ additionalProperties'])
    expect(errorsOf(template, aPaper(template))).toEqual([])
  },
)

test('every mistake is named at once, with its place', () => {
  const data = {
    ...aPaper('correctionNotice'),
    correctBy: '2026-02-30',
    receivedAt: 'yesterday',
    corrections: [{ name: '', reason: 'x' }],
    verifyUrl: 'javascript:alert(1)',
  }
  expect(errorsOf('correctionNotice', data)).toEqual([
    '/correctBy format',
    '/corrections/0/name minLength',
    '/receivedAt format',
    '/verifyUrl pattern',
  ])
})

test('a notice of correction without anything to correct is refused', () => {
  expect(errorsOf('correctionNotice', { ...aPaper('correctionNotice'), corrections: [] })).toEqual(['/corrections minItems'])
})

test('money is a whole number of fen, and not below nothing', () => {
  expect(errorsOf('paymentNotice', { ...aPaper('paymentNotice'), total: 10.5 })).toEqual(['/total type'])
  expect(errorsOf('paymentNotice', { ...aPaper('paymentNotice'), total: -1 })).toEqual(['/total minimum'])
})

test.each([null, undefined, 'text', 7, []])('data that is no object is refused: %j', (data) => {
  expect(errorsOf('receipt', data)).toEqual([' type'])
})

test('too much of anything is refused before it is laid out', () => {
  expect(errorsOf('receipt', { ...aPaper('receipt'), materials: Array.from({ length: 201 }, () => ({ name: 'x' })) })).toEqual([
    '/materials maxItems',
  ])
  expect(errorsOf('receipt', { ...aPaper('receipt'), item: 'x'.repeat(201) })).toEqual(['/item maxLength'])
})

test('rendering refuses the same as the check', async () => {
  await expect(renderPaper('receipt', { ...aPaper('receipt'), materials: [] }, { now: new Date(0) })).rejects.toMatchObject({
    name: 'InvalidPaperData',
    code: 'papers.invalidData',
  })
})
