/** 暂停, 恢复, 取消 of an item. Running cases go on with the revision they began with. */
import type { Act } from '@yiwang/kernel'
import type { ItemState, ReasonInput } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'
import { canOnItem, type ItemAct } from '../rules/lifecycle.ts'
import { dropListing, putListing } from '../public/listing-store.ts'
import { getImplementation } from './get-implementation.ts'
import { getItemForUpdate, updateItem } from './item-store.ts'

interface ItemStateAnswer {
  implementationCode: string
  state: ItemState
}

async function change(act: Act, what: ItemAct, implementationCode: string, state: ItemState, reason?: string) {
  const item = await getItemForUpdate(act, implementationCode, 'catalogue.suspend')
  if (!canOnItem(what, item.state)) throw problem.notLawfulNow({ state: item.state })
  await updateItem(act, implementationCode, reason === undefined ? { state } : { state, stateReason: reason })
  const { name } = await getImplementation(act.tx, implementationCode)
  return { implementationCode, baseCode: item.baseCode, name, bodyCode: item.bodyCode, division: item.division }
}

/** Suspension (暂停): no new applications, and no line in the public lists. */
export async function suspendItem(act: Act, implementationCode: string, { reason }: ReasonInput): Promise<ItemStateAnswer> {
  const news = await change(act, 'suspend', implementationCode, 'suspended', reason)
  await dropListing(act, implementationCode)
  await act.publish('item.suspended', { ...news, reason })
  return { implementationCode, state: 'suspended' }
}

export async function resumeItem(act: Act, implementationCode: string): Promise<ItemStateAnswer> {
  const news = await change(act, 'resume', implementationCode, 'inForce')
  await putListing(act, await getImplementation(act.tx, implementationCode))
  await act.publish('item.resumed', news)
  return { implementationCode, state: 'inForce' }
}

/** Withdrawal (取消), for good: history and running cases stay readable. */
export async function withdrawItem(act: Act, implementationCode: string, { reason }: ReasonInput): Promise<ItemStateAnswer> {
  const news = await change(act, 'withdraw', implementationCode, 'withdrawn', reason)
  await dropListing(act, implementationCode)
  await act.publish('item.withdrawn', { ...news, reason })
  return { implementationCode, state: 'withdrawn' }
}
