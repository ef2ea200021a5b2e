import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, holds } from './condition-values.ts'
import type { Value, Variables } from './condition-values.ts'
import { parseCondition, pathsOf } from './conditions.ts'
import { FlowProblem } from './problems.ts'

const variables: Variables = {
  amount: 120,
  area: { code: '510100', level: 3 },
  tags: ['a', 'b'],
  votes: ['agree', 'object', 'agree'],
  urgent: true,
  due: '2026-03-02',
  申请金额: 5,
  none: null,
}

const lookup = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined)
const value = (source: string) => evaluate(parseCondition(source), lookup)

function problemOf(act: () => unknown): FlowProblem | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof FlowProblem) return error
    throw error
  }
  return undefined
}

test.each<[string, Value]>([
  ['amount > 100', true],
  ['amount >= 120 and amount < 121', true],
  ['amount == 120 or missing > 3', true],
  ['not urgent', false],
  ['not amount > 200', true],
  ['not (urgent and amount > 100)', false],
  ["area.code == '510100' and area.level <= 3", true],
  ["'a' in tags", true],
  ["'c' in tags or 'c' in ['c', 'd']", true],
  ["due < '2026-04-01'", true],
  ['申请金额 * 2 + 1 == 11', true],
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 3 - 2', 5],
  ['-amount + 1', -119],
  ['count(votes)', 3],
  ["count(votes, 'agree') * 2 > count(votes)", true],
  ['count(missing)', 0],
  ['missing == null and none == null', true],
  ['missing', null],
  ['area.nothing.deeper == null', true],
  [String.raw`'it\'s' == "it's"`, true],
  ['true or false and false', true],
  ["amount == '120'", false],
])('%s is %s', (source, expected) => {
  expect(value(source)).toEqual(expected)
})

test.each([
  ['amount >', 9],
  ['amount > > 3', 10],
  ['(amount > 3', 12],
  ['amount = 3', 8],
  ["area == 'open", 9],
  ['amount > 3 )', 12],
  ['1 < 2 < 3', 7],
  ['count()', 1],
  ['count(votes, 1, 2)', 1],
  ['and 3', 1],
  ['', 1],
  ['a; process.exit()', 2],
  ['a["constructor"]', 2],
  ['f(1)', 2],
])('%s is refused at character %d', (source, position) => {
  const problem = problemOf(() => parseCondition(source))
  expect(problem?.code).toBe('conditionInvalid')
  expect(problem?.details['position']).toBe(position)
})

test.each(["amount > 'x'", 'missing > 3', 'amount and true', "'1' + 1", 'amount / 0', 'amount in 3', 'count(amount)'])(
  '%s is refused, not guessed',
  (source) => {
    expect(problemOf(() => holds(parseCondition(source), lookup))?.code).toBe('conditionType')
  },
)

test.each(['area.constructor', 'area.__proto__', 'constructor', '__proto__', 'tags.length', 'due.length', 'toString'])(
  '%s reaches no prototype',
  (source) => {
    expect(value(source)).toBeNull()
  },
)

test('conditions are bounded in length and depth', () => {
  expect(problemOf(() => parseCondition(`a ${' '.repeat(1000)}`))?.code).toBe('conditionInvalid')
  expect(problemOf(() => parseCondition(`${'('.repeat(200)}a${')'.repeat(200)}`))?.code).toBe('conditionInvalid')
  expect(problemOf(() => parseCondition('not '.repeat(200) + 'a'))?.code).toBe('conditionInvalid')
})

test('the paths of a condition are known before it runs', () => {
  const paths = pathsOf(parseCondition("area.code in ['a', other] and not count(votes, x) > -y")).map(({ path }) => path.join('.'))
  expect(paths).toEqual(['area.code', 'other', 'votes', 'x', 'y'])
})

test('any text is either read or refused with a position inside it', () => {
  const pieces = fc.constantFrom(
    'a',
    '.b',
    ' and ',
    ' or ',
    'not ',
    '(',
    ')',
    '[',
    ']',
    ',',
    "'x'",
    '3',
    '==',
    '<',
    ' in ',
    'count(',
    '-',
    '"',
    '$',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (source) => {
        const problem = problemOf(() => parseCondition(source))
        if (!problem) return
        expect(problem.code).toBe('conditionInvalid')
        expect(Number(problem.details['position'])).toBeGreaterThan(0)
        expect(Number(problem.details['position'])).toBeLessThanOrEqual(source.length + 1)
      },
    ),
  )
})

test('and, or, not agree with logic for all values', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
      const see = (name: string) => ({ a, b, c })[name]
      expect(holds(parseCondition('a or b and not c'), see)).toBe(a || (b && !c))
      expect(holds(parseCondition('not (a and b) == (not a or not b)'), see)).toBe(!((a && b) === (!a || !b)))
    }),
  )
})
