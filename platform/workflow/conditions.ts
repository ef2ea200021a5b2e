import { FlowProblem } from './problems.ts'
import { readTokens } from './condition-tokens.ts'
import type { ConditionToken } from './condition-tokens.ts'

/**
 * The language of conditions: or, and, not, comparison, `in`, + - * /, numbers, strings, true, false, null, lists,
 * paths of variables (Chinese names too) and `count(list)`, `count(list, value)` for counting votes (会签).
 */
export type Expression =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'path'; path: string[]; position: number }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'not' | 'minus'; of: Expression; position: number }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression; position: number }
  | { kind: 'count'; list: Expression; value?: Expression; position: number }

export type Operator = 'or' | 'and' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/'

const precedence: Record<Operator, number> = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}
const notPrecedence = 3
const minusPrecedence = 7
const longest = 1000
const deepest = 40

type Reader = { tokens: ConditionToken[]; at: number; depth: number }

export function parseCondition(source: string): Expression {
  if (source.length > longest) throw new FlowProblem('conditionInvalid', { position: longest, reason: `超过 ${longest} 个字符` })
  const reader: Reader = { tokens: readTokens(source), at: 0, depth: 0 }
  const expression = readExpression(reader, 0)
  const rest = peek(reader)
  if (rest.kind !== 'end') throw unexpected(rest)
  return expression
}

function readExpression(reader: Reader, above: number): Expression {
  if (++reader.depth > deepest) throw new FlowProblem('conditionInvalid', { position: peek(reader).position, reason: '嵌套过深' })
  let left = readPrefix(reader)
  for (;;) {
    const token = peek(reader)
    const operator = operatorOf(token)
    if (operator === undefined || precedence[operator] <= above) break
    reader.at++
    const right = readExpression(reader, precedence[operator])
    if (precedence[operator] === 4 && operatorLevel(peek(reader)) === 4) throw unexpected(peek(reader))
    left = { kind: 'binary', operator, left, right, position: token.position }
  }
  reader.depth--
  return left
}

function readPrefix(reader: Reader): Expression {
  const token = next(reader)
  switch (token.kind) {
    case 'number':
    case 'string':
      return { kind: 'value', value: token.value }
    case 'word':
      return readWord(reader, token)
    case 'symbol':
      if (token.text === '(') return readUntil(reader, ')')
      if (token.text === '[') return { kind: 'list', items: readItems(reader, ']') }
      if (token.text === '-') return { kind: 'minus', of: readExpression(reader, minusPrecedence), position: token.position }
      throw unexpected(token)
    case 'end':
      throw unexpected(token)
  }
}

const constants: Record<string, boolean | null> = { true: true, false: false, null: null }

function readWord(reader: Reader, token: ConditionToken & { kind: 'word' }): Expression {
  const { text, position } = token
  if (text === 'not') return { kind: 'not', of: readExpression(reader, notPrecedence), position }
  if (Object.hasOwn(constants, text)) return { kind: 'value', value: constants[text] ?? null }
  if (operatorOf(token) !== undefined) throw unexpected(token)
  if (text === 'count' && isSymbol(peek(reader), '(')) {
    reader.at++
    const [list, value, ...more] = readItems(reader, ')')
    if (!list || more.length > 0) throw new FlowProblem('conditionInvalid', { position, reason: 'count 须有一个或两个参数' })
    return value ? { kind: 'count', list, value, position } : { kind: 'count', list, position }
  }
  return { kind: 'path', path: text.split('.'), position }
}

function readUntil(reader: Reader, close: string): Expression {
  const inner = readExpression(reader, 0)
  const end = next(reader)
  if (!isSymbol(end, close)) throw unexpected(end)
  return inner
}

function readItems(reader: Reader, close: string): Expression[] {
  const items: Expression[] = []
  if (isSymbol(peek(reader), close)) {
    reader.at++
    return items
  }
  for (;;) {
    items.push(readExpression(reader, 0))
    const token = next(reader)
    if (isSymbol(token, close)) return items
    if (!isSymbol(token, ',')) throw unexpected(token)
  }
}

function peek(reader: Reader): ConditionToken {
  return reader.tokens[reader.at] ?? { kind: 'end', text: '', position: 0 }
}

function next(reader: Reader): ConditionToken {
  const token = peek(reader)
  if (token.kind !== 'end') reader.at++
  return token
}

function isSymbol(token: ConditionToken, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}

function operatorOf(token: ConditionToken): Operator | undefined {
  if (token.kind !== 'symbol' && token.kind !== 'word') return undefined
  return Object.hasOwn(precedence, token.text) ? (token.text as Operator) : undefined
}

function operatorLevel(token: ConditionToken): number | undefined {
  const operator = operatorOf(token)
  return operator === undefined ? undefined : precedence[operator]
}

function unexpected(token: ConditionToken): FlowProblem {
  const reason = token.kind === 'end' ? '表达式不完整' : `不应出现“${token.text}”`
  return new FlowProblem('conditionInvalid', { position: token.position, reason })
}

/** The paths an expression reads, for checking against a dictionary of variables. */
export function pathsOf(expression: Expression): { path: string[]; position: number }[] {
  switch (expression.kind) {
    case 'value':
      return []
    case 'path':
      return [expression]
    case 'list':
      return expression.items.flatMap(pathsOf)
    case 'not':
    case 'minus':
      return pathsOf(expression.of)
    case 'binary':
      return [...pathsOf(expression.left), ...pathsOf(expression.right)]
    case 'count':
      return [...pathsOf(expression.list), ...(expression.value ? pathsOf(expression.value) : [])]
  }
}
