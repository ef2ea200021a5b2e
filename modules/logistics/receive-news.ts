import type { Act } from '@yiwang/kernel'
import type { CourierCallback } from './contract.ts'
import { movesOn } from './movement.ts'
import { changeState, findForUpdate, insertMovement, noteCallback } from './waybill-store.ts'

/**
 * News from the courier (物流状态回传), its signature already checked. Repeated news changes nothing; late news goes into the
 * history and never takes the state back; news of a waybill that is not this one is kept out.
 */
export async function receiveNews(act: Act, news: CourierCallback, nonce: string): Promise<void> {
  if (!(await noteCallback(act, news.callbackId, nonce))) return
  const waybill = await findForUpdate(act.tx, news.merchantWaybillNo)
  if (!waybill || (waybill.courierNumber !== null && waybill.courierNumber !== news.waybillNo)) return
  await insertMovement(act.tx, news)
  if (!movesOn(waybill.state, news.state)) return
  await changeState(act, waybill.number, news)
  await act.publish('waybill.moved', { number: waybill.number, subject: waybill.subject, direction: waybill.direction, state: news.state })
}
