import type { ServiceCase } from '@yiwang/cases/contract'
import { sayMoment } from '../../dates.ts'
import { t, tOf } from '../../words/index.ts'

type Travelling = Pick<ServiceCase, 'delivery' | 'deliveryFailure' | 'state' | 'waybills'>

/** Where the parcel is while the courier has it (物流递送): nobody at the counter hands it over meanwhile. */
export function Parcel({ serviceCase }: { serviceCase: Travelling }) {
  const { deliveryFailure, state, waybills = [] } = serviceCase
  const parcel = waybills.findLast(({ direction }) => direction === 'delivery')
  if (!parcel || deliveryFailure || state !== 'completed' || ended.includes(parcel.state)) return null
  const last = parcel.movements.at(-1)
  return (
    <div className="notice">
      <strong>{t('parcel.title', { where: tOf('parcel', parcel.state) })}</strong>
      <p>{t('parcel.text', { waybill: parcel.courierNumber ?? parcel.number })}</p>
      <p className="quiet small">
        {last
          ? t('parcel.last', { when: sayMoment(last.at), place: last.place, remark: last.remark })
          : t('parcel.ordered', { when: sayMoment(parcel.orderedAt) })}
      </p>
    </div>
  )
}

/** What did not arrive is told by DeliveryFailed, and is the counter's again once that was chosen. */
const ended: readonly string[] = ['refused', 'returned', 'lost', 'cancelled']
