import type { Tx } from '@yiwang/kernel'
import type { Elements } from '../contract.ts'
import { flowOf } from './flow-store.ts'
import { formOf } from './form-store.ts'

/** What an item names must be there and agreed before the item is published. */
export async function requireDeployed(tx: Tx, { form, flow }: Partial<Elements>): Promise<void> {
  if (form) await formOf(tx, form.key, form.version)
  if (flow) await flowOf(tx, flow.key, flow.version)
}
