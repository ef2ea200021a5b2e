import type { Act } from '@yiwang/kernel'
import { parentDivision, parseDivision } from '@yiwang/standards'
import type { Division, DivisionInput } from '../contract.ts'
import { divisionProblem as problem } from '../problems.ts'
import { knownDivisions, shortCode, upsertDivisions } from './division-store.ts'

/**
 * Takes over the table of administrative divisions (行政区划代码, GB/T 2260 and the statistical codes below the county).
 * All or nothing; a name that changed is taken over, a division that vanished stays, since cases of its time name it.
 */
export async function loadDivisions(act: Act, input: readonly DivisionInput[]): Promise<{ count: number }> {
  const divisions = input.map(toDivision)
  const missing = await parentsMissing(act, divisions)
  if (missing.length > 0) throw problem.parentMissing({ codes: missing })
  const unique = new Map(divisions.map((division) => [division.code, division]))
  await upsertDivisions(act.tx, [...unique.values()])
  await act.publish('divisions.loaded', { count: unique.size })
  return { count: unique.size }
}

function toDivision({ code, name }: DivisionInput): Division {
  const read = parseDivision(code)
  if (!read.ok) throw problem.codeInvalid({ code })
  const parent = parentDivision(code)
  return { code: read.value.short, name, level: read.value.level, ...(parent === undefined ? {} : { parent: shortCode(parent) }) }
}

async function parentsMissing(act: Act, divisions: readonly Division[]): Promise<string[]> {
  const here = new Set(divisions.map((division) => division.code))
  const outside = new Set(divisions.flatMap(({ parent }) => (parent === undefined || here.has(parent) ? [] : [parent])))
  const known = await knownDivisions(act.tx, [...outside])
  return [...outside].filter((code) => !known.has(code))
}
