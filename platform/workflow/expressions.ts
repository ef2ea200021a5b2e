import { evaluate, holds, readPath } from './condition-values.ts'
import type { Lookup, Value } from './condition-values.ts'
import { parseCondition } from './conditions.ts'
import type { Expression } from './conditions.ts'

/** Parsed once per text; bounded, since texts come from deployed definitions of all ages. */
const parsed = new Map<string, Expression>()
const most = 10_000

function expressionOf(source: string): Expression {
  const known = parsed.get(source)
  if (known) return known
  if (parsed.size >= most) parsed.clear()
  const expression = parseCondition(source)
  parsed.set(source, expression)
  return expression
}

export function conditionHolds(source: string, lookup: Lookup): boolean {
  return holds(expressionOf(source), lookup)
}

export function valueOf(source: string, lookup: Lookup): Value {
  return evaluate(expressionOf(source), lookup)
}

/** `=path` reads a variable, anything else stands for itself. */
export function resolved(text: string, lookup: Lookup): Value {
  return text.startsWith('=') ? readPath(text.slice(1).trim().split('.'), lookup) : text
}
