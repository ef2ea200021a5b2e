import type { Act } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { AnnualCheckInput } from './contract.ts'
import { stateOn } from './licence-states.ts'
import { insertAnnualCheck } from './annual-check-store.ts'
import { getLicenceForUpdate } from './licence-store.ts'
import { problem } from './problems.ts'

/** 证照年检 (the guide 五（二）1（4）③): noted beside the licence, once a year; the licence itself does not change. */
export async function noteAnnualCheck(act: Act, identifier: string, input: AnnualCheckInput): Promise<AnnualCheckInput> {
  const licence = await getLicenceForUpdate(act, identifier, 'licences.manage')
  const state = stateOn(licence.state, licence.validTo, legalDay(act.now))
  if (state !== 'valid' && state !== 'suspended') throw problem.notLawful({ state })
  if (!(await insertAnnualCheck(act, licence.id, input))) throw problem.annualCheckThere({ year: input.year })
  return input
}
