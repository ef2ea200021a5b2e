import type { Act } from '@yiwang/kernel'
import { parseUscc } from '@yiwang/standards'
import type { Body, BodyInput } from '../contract.ts'
import { divisionsInReach, getDivision } from '../divisions/division-store.ts'
import { bodyProblem as problem } from '../problems.ts'
import { requireParent } from './body-parent.ts'
import { insertBody } from './body-store.ts'

/** Registration of an implementing body (实施机构登记, guide 引言): only registered bodies may draw up implementation lists. */
export async function registerBody(act: Act, input: BodyInput): Promise<Body> {
  const code = parseUscc(input.code)
  if (!code.ok) throw problem.codeInvalid({ code: input.code, fault: code.fault })
  const division = await getDivision(act.tx, input.division)
  const reached = await divisionsInReach(act, 'organisation.manageBodies', [division.code])
  if (!reached.has(division.code)) throw problem.outOfReach({ name: division.name })

  const body: Body = { duties: [], buildMode: 'merged', ...input, code: code.value.code, division: division.code, state: 'active' }
  await requireParent(act.tx, body)
  await insertBody(act, body)
  await act.publish('body.registered', { code: body.code, division: body.division })
  return body
}
