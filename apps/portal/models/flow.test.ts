import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FlowStep, flowSvg } from './flow.ts'

const words = { title: '办理流程', correction: '补正' }
const steps: FlowStep[] = [
  { name: '申请', state: 'done' },
  { name: '受理', limit: '5 个工作日', state: 'now', canLoop: true },
  { name: '决定', state: 'to-come' },
]

test('R4-066 every step is drawn in order, with its limit, and said aloud', () => {
  const svg = flowSvg(steps, words, 'across')
  const names = [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text)
  expect(names).toEqual(['申请', '受理', '5 个工作日', '决定', '补正'])
  expect(svg).toContain('aria-label="办理流程：申请 → 受理 → 决定"')
})

test('done, now and to come differ by more than colour', () => {
  const svg = flowSvg(steps, words, 'across')
  const boxes = [...svg.matchAll(/<rect[^>]*>/g)].map(([box]) => box)
  expect(boxes.map((box) => box.includes('stroke-dasharray'))).toEqual([false, false, true])
  expect(new Set(boxes.map((box) => /fill="([^"]+)"/.exec(box)?.[1])).size).toBe(3)
})

test('the drawing may stand in a page under the strict policy, whatever a step is called', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('across' as const, 'down' as const),
      (names, direction) => {
        const svg = flowSvg(
          names.map((name) => ({ name, limit: name, canLoop: true })),
          { title: '"><script>', correction: '<b>' },
          direction,
        )
        const tags = [...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag)
        expect(new Set(tags).isSubsetOf(new Set(['svg', 'g', 'rect', 'text', 'path']))).toBe(true)
        expect(svg).not.toMatch(/ style=| on\w+=/)
      },
    ),
  )
})
