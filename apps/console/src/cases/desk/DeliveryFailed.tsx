import type { ServiceCase } from '@yiwang/cases/contract'
import { sayMoment } from '../../dates.ts'
import { t, tOf } from '../../words/index.ts'

/** 递送未成功: what became of the parcel; the result waits at the counter. */
export function DeliveryFailed({
  serviceCase: { deliveryFailure, state },
}: {
  serviceCase: Pick<ServiceCase, 'deliveryFailure' | 'state'>
}) {
  if (!deliveryFailure || state !== 'completed') return null
  const { waybill, why, failedAt } = deliveryFailure
  return (
    <div className="notice amber">
      <strong>{t('deliveryFailed.title', { why: tOf('deliveryFailed', why) })}</strong>
      <p className="quiet small">{t('deliveryFailed.text', { waybill, when: sayMoment(failedAt) })}</p>
    </div>
  )
}
