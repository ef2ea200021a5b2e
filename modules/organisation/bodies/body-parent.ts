import type { Tx } from '@yiwang/kernel'
import { isWithin } from '@yiwang/standards'
import type { Body } from '../contract.ts'
import { bodyProblem as problem } from '../problems.ts'
import { findBody } from './body-store.ts'

/** A body stands under an active one (上级主管部门) of its own or an outer division, and never under itself by a detour. */
export function mayStandUnder(body: Pick<Body, 'code' | 'division'>, chain: readonly Body[]): boolean {
  const [parent] = chain
  if (parent?.state !== 'active') return false
  return isWithin(body.division, parent.division) && chain.every((above) => above.code !== body.code)
}

/** @throws body.parentInvalid */
export async function requireParent(tx: Tx, body: Body): Promise<void> {
  if (body.parent === undefined) return
  if (!mayStandUnder(body, await chainFrom(tx, body.parent))) throw problem.parentInvalid({ parent: body.parent })
}

async function chainFrom(tx: Tx, first: string): Promise<Body[]> {
  const chain: Body[] = []
  for (let code: string | undefined = first; code !== undefined; code = chain.at(-1)?.parent) {
    const above = await findBody(tx, code)
    if (!above) break
    chain.push(above)
  }
  return chain
}
