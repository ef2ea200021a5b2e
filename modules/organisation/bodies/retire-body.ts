import type { Act } from '@yiwang/kernel'
import type { Body, RetireInput } from '../contract.ts'
import { bodyProblem as problem } from '../problems.ts'
import { findBody, getBodyToManage, updateBody } from './body-store.ts'

/** A body is abolished or merged (机构撤销、合并, guide 四（二）5（1）). Its records stay; its successor takes over what it did. */
export async function retireBody(act: Act, code: string, { successor }: RetireInput): Promise<Body> {
  const body = await getBodyToManage(act, code)
  if (successor !== undefined) await requireSuccessor(act, code, successor)
  const retired: Body = { ...body, state: 'retired', ...(successor === undefined ? {} : { successor }) }
  await updateBody(act, retired)
  await act.publish('body.retired', { code, division: body.division, ...(successor === undefined ? {} : { successor }) })
  return retired
}

async function requireSuccessor(act: Act, code: string, successor: string): Promise<void> {
  const found = await findBody(act.tx, successor)
  if (found?.state !== 'active' || successor === code) throw problem.successorInvalid({ successor })
}
