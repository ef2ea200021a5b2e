import type { Act } from '@yiwang/kernel'
import { legalDay, makeCaseNumber, parseCaseNumber } from '@yiwang/standards'
import { nextCaseSequence } from './new-case-store.ts'

/** The number of a new case (办件编号): unique in the province, made by rule, told to nobody before the case is there. */
export async function newCaseNumber(act: Act, division: string): Promise<string> {
  const sequence = await nextCaseSequence(act.tx)
  return makeCaseNumber({ division: division.slice(0, 6), day: legalDay(act.now), sequence })
}

/** A number as it was typed, in groups or with O for 0. What is no case number becomes one that nothing has, so that it costs the same to miss. */
export function readCaseNumber(typed: string): string {
  const read = parseCaseNumber(typed)
  return read.ok ? read.value.number : ''
}
