import type { Act } from '@yiwang/kernel'
import type { WaybillMoved } from '@yiwang/logistics'
import { lockCase, touchCase } from './case-store.ts'
import { failureOutcomes, isFailure } from './delivery-failure.ts'
import { insertDeliveryFailure } from './delivery-store.ts'
import { factsOf } from './facts.ts'
import { handlerOf } from './handler.ts'
import { can } from './lifecycle.ts'
import { noteStep } from './step-store.ts'

/**
 * The courier did not take the result or could not hand it over (递送未成功): noted once for each waybill and told to the applicant. The case stays
 * completed until another way is chosen (choose-delivery.ts): a new parcel, or the counter, which then counts as no visit (hand-over.ts).
 */
export async function failDelivery(act: Act, { number, subject, direction, state }: WaybillMoved): Promise<void> {
  if (subject.kind !== 'case' || direction !== 'delivery' || !isFailure(state)) return
  const found = await lockCase(act.tx, subject.key)
  if (!found || !can('deliver', found)) return
  if (!(await insertDeliveryFailure(act, found.caseNumber, { waybill: number, why: state }))) return
  const changed = await touchCase(act, found)
  await noteStep(act, found, { name: '递送未成功', act: 'failDelivery', by: await handlerOf(act), outcome: failureOutcomes[state] })
  await act.publish('case.deliveryFailed', { ...factsOf(changed), waybill: number, why: state })
}
