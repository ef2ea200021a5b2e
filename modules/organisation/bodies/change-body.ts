import type { Act } from '@yiwang/kernel'
import type { Body, BodyChange } from '../contract.ts'
import { requireParent } from './body-parent.ts'
import { getBodyToManage, updateBody } from './body-store.ts'

/** A change of name, kind, duties or address (机构信息变更, guide 四（二）5（1）). Code and division stay: another division is another body. */
export async function changeBody(act: Act, code: string, input: BodyChange): Promise<Body> {
  const body = await getBodyToManage(act, code)
  const changed: Body = { ...body, ...input }
  await requireParent(act.tx, changed)
  await updateBody(act, changed)
  await act.publish('body.changed', { code, division: body.division, changed: Object.keys(input) })
  return changed
}
