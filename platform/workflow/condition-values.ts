import type { Expression, Operator } from './conditions.ts'
import { FlowProblem } from './problems.ts'

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
export type Variables = Record<string, Value>
/** Reads the first part of a path; the rest is looked up in the value itself. */
export type Lookup = (name: string) => Value | undefined

export function evaluate(expression: Expression, lookup: Lookup): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value
    case 'path':
      return readPath(expression.path, lookup)
    case 'list':
      return expression.items.map((item) => evaluate(item, lookup))
    case 'not':
      return !truth(evaluate(expression.of, lookup))
    case 'minus':
      return -amount(evaluate(expression.of, lookup))
    case 'count':
      return count(expression, lookup)
    case 'binary':
      return combine(expression.operator, expression.left, expression.right, lookup)
  }
}

/** A condition that is not a yes-or-no answer is refused rather than guessed; a value not given yet counts as no. */
export function holds(expression: Expression, lookup: Lookup): boolean {
  return truth(evaluate(expression, lookup))
}

/** Only own properties are seen, so that no name reaches a prototype. */
export function readPath(path: string[], lookup: Lookup): Value {
  const [first = '', ...rest] = path
  let value = lookup(first) ?? null
  for (const part of rest) {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, part)) return null
    value = value[part] ?? null
  }
  return value
}

function combine(operator: Operator, leftSide: Expression, rightSide: Expression, lookup: Lookup): Value {
  const left = evaluate(leftSide, lookup)
  if (operator === 'and') return truth(left) && truth(evaluate(rightSide, lookup))
  if (operator === 'or') return truth(left) || truth(evaluate(rightSide, lookup))
  const right = evaluate(rightSide, lookup)
  switch (operator) {
    case '==':
      return same(left, right)
    case '!=':
      return !same(left, right)
    case 'in':
      return list(right).some((item) => same(item, left))
    case '<':
      return compare(left, right) < 0
    case '<=':
      return compare(left, right) <= 0
    case '>':
      return compare(left, right) > 0
    case '>=':
      return compare(left, right) >= 0
    case '+':
      return amount(left) + amount(right)
    case '-':
      return amount(left) - amount(right)
    case '*':
      return amount(left) * amount(right)
    case '/':
      return divide(amount(left), amount(right))
  }
}

function count(expression: Expression & { kind: 'count' }, lookup: Lookup): number {
  const items = evaluate(expression.list, lookup)
  if (items === null) return 0
  if (!expression.value) return list(items).length
  const wanted = evaluate(expression.value, lookup)
  return list(items).filter((item) => same(item, wanted)).length
}

function same(left: Value, right: Value): boolean {
  return left === right
}

function compare(left: Value, right: Value): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  throw new FlowProblem('conditionType', { reason: `${show(left)} 与 ${show(right)} 不能比较大小` })
}

function truth(value: Value): boolean {
  if (value === null) return false
  if (typeof value !== 'boolean') throw new FlowProblem('conditionType', { reason: `${show(value)} 不是“是”或“否”` })
  return value
}

function amount(value: Value): number {
  if (typeof value !== 'number') throw new FlowProblem('conditionType', { reason: `${show(value)} 不是数` })
  return value
}

function divide(left: number, right: number): number {
  if (right === 0) throw new FlowProblem('conditionType', { reason: '除数为零' })
  return left / right
}

function list(value: Value): Value[] {
  if (!Array.isArray(value)) throw new FlowProblem('conditionType', { reason: `${show(value)} 不是列表` })
  return value
}

function show(value: Value): string {
  return value === null ? '空值' : JSON.stringify(value).slice(0, 40)
}
