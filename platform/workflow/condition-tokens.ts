import { FlowProblem } from './problems.ts'

/** Positions count characters from 1, as a person would. */
export type ConditionToken =
  | { kind: 'number'; text: string; value: number; position: number }
  | { kind: 'string'; text: string; value: string; position: number }
  | { kind: 'word'; text: string; position: number }
  | { kind: 'symbol'; text: string; position: number }
  | { kind: 'end'; text: string; position: number }

const blank = /\s+/y
const number = /\d+(?:\.\d+)?/y
const word = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy
const symbol = /==|!=|<=|>=|[<>()[\],+\-*/]/y
const text = /'(?:[^'\\\n]|\\['"\\])*'|"(?:[^"\\\n]|\\['"\\])*"/y

export function readTokens(source: string): ConditionToken[] {
  const tokens: ConditionToken[] = []
  for (let at = 0; at < source.length;) {
    const space = match(blank, source, at)
    if (space) {
      at += space.length
      continue
    }
    const token = readToken(source, at)
    tokens.push(token)
    at += token.text.length
  }
  return [...tokens, { kind: 'end', text: '', position: source.length + 1 }]
}

function readToken(source: string, at: number): ConditionToken {
  const position = at + 1
  const digits = match(number, source, at)
  if (digits) return { kind: 'number', text: digits, value: Number(digits), position }
  const quoted = match(text, source, at)
  if (quoted) return { kind: 'string', text: quoted, value: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), position }
  const name = match(word, source, at)
  if (name) return { kind: 'word', text: name, position }
  const sign = match(symbol, source, at)
  if (sign) return { kind: 'symbol', text: sign, position }
  throw new FlowProblem('conditionInvalid', { position, reason: `不认识的字符“${source.slice(at, at + 1)}”` })
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}
