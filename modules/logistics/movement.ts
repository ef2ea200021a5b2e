import type { WaybillState } from './contract.ts'

/** How far along the way a state is. An end is an end: what was signed for, returned, lost or cancelled moves no
 * more. What we took for refused and the courier carries after all moves on. */
const order: Record<WaybillState, number> = {
  asked: 0,
  refused: 0,
  accepted: 1,
  pickedUp: 2,
  inTransit: 3,
  outForDelivery: 4,
  signed: 5,
  returned: 5,
  lost: 5,
  cancelled: 5,
}

/** Whether news of `next` moves a waybill in `state` on; late and doubled news only goes into its history. */
export function movesOn(state: WaybillState, next: WaybillState): boolean {
  return order[next] > order[state]
}
