import { Malformed } from './checked.ts'
import { canonicalDivision, divisionLevel, parentDivision, parseDivision } from './divisions.ts'
import type { DivisionLevel } from './divisions.ts'

/** One row of the tables of divisions. */
export type DivisionRow = {
  code: string
  name: string
  level: DivisionLevel
  /** As the table says; where it names none, as the code says. */
  parent: string
  /** False for what only the statistical office counts: grouping nodes such as 市辖区 under a city, and development zones. */
  official: boolean
  /** A node that only groups (市辖区, 县, 省直辖县级行政区划) and must not be offered for choice. */
  grouping: boolean
  note: string
}

/** Fields of one line of CSV (RFC 4180, without line breaks inside fields). */
function fieldsOf(line: string): string[] {
  const fields: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g))
    fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  return fields
}

function rowOf(record: Record<string, string>, line: number): DivisionRow {
  const code = record['code'] ?? ''
  const parent = record['parent'] ?? record['area'] ?? record['street'] ?? ''
  const name = record['name'] ?? ''
  if (!parseDivision(code).ok || (parent !== '' && !parseDivision(parent).ok)) throw new Malformed('division table', `code in line ${line}`)
  if (name === '') throw new Malformed('division table', `name in line ${line}`)
  const note = record['note'] ?? ''
  return {
    code: canonicalDivision(code),
    name,
    level: divisionLevel(code),
    parent: parent === '' ? (parentDivision(code) ?? '') : canonicalDivision(parent),
    official: record['gb2260'] !== '0',
    grouping: record['gb2260'] === '0' && note.startsWith('grouping node'),
    note,
  }
}

/** Reads the text of a table of divisions: code, name and, where given, level, parent (or area, or street), gb2260, note. */
export function parseDivisionRows(csv: string): DivisionRow[] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const header = fieldsOf(lines[0] ?? '')
  if (header[0] !== 'code' || header[1] !== 'name') throw new Malformed('division table', 'header')
  const rows = new Map<string, DivisionRow>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue
    const fields = fieldsOf(line)
    const row = rowOf(Object.fromEntries(header.map((name, place) => [name, fields[place] ?? ''])), index + 1)
    if (rows.has(row.code)) throw new Malformed('division table', `code twice, line ${index + 1}`)
    rows.set(row.code, row)
  }
  return [...rows.values()]
}
