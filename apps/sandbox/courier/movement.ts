import type { KeptWaybill, NewWaybill, WaybillEvent, WaybillState } from './contract.ts'

/** Which state may follow which: a parcel never goes back. */
const follows: Record<WaybillState, readonly WaybillState[]> = {
  accepted: ['pickedUp', 'cancelled'],
  pickedUp: ['inTransit', 'returned', 'lost'],
  inTransit: ['outForDelivery', 'returned', 'lost'],
  outForDelivery: ['signed', 'returned', 'lost'],
  signed: [],
  returned: [],
  lost: [],
  cancelled: [],
}

export const nextStates = (state: WaybillState): readonly WaybillState[] => follows[state]

export const stateNames: Record<WaybillState, string> = {
  accepted: '已接单',
  pickedUp: '已取件',
  inTransit: '运输中',
  outForDelivery: '派送中',
  signed: '已签收',
  returned: '已退回',
  lost: '已遗失',
  cancelled: '已取消',
}

/** Fee in fen: by distance, and by each begun kilogram after the first. */
export function feeOf({ sender, recipient, weightGrams = 500 }: NewWaybill): number {
  const near = sender.divisionCode.slice(0, 2) === recipient.divisionCode.slice(0, 2)
  return (near ? 1200 : 2000) + 200 * (Math.max(1, Math.ceil(weightGrams / 1000)) - 1)
}

export function eventFor(waybill: Pick<KeptWaybill, 'asked' | 'courier' | 'events'>, state: WaybillState, at: string): WaybillEvent {
  const { sender, recipient } = waybill.asked
  const nearSender = state === 'accepted' || state === 'pickedUp' || state === 'returned' || state === 'cancelled'
  const remarks: Record<WaybillState, string> = {
    accepted: `已分配快递员${waybill.courier.name}，电话 ${waybill.courier.phone}`,
    pickedUp: '快递员已取件',
    inTransit: '快件已发往目的地',
    outForDelivery: '快件正在派送',
    signed: `${recipient.name}已签收`,
    returned: '快件已退回寄件人',
    lost: '快件遗失，正在查找',
    cancelled: '寄件已取消',
  }
  const place = nearSender ? sender.address : recipient.address
  const event = { sequence: waybill.events.length + 1, state, at, place, remark: remarks[state] }
  return state === 'signed' ? { ...event, signedBy: recipient.name } : event
}
