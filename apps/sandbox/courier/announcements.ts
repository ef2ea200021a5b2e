import { randomUUID } from 'node:crypto'
import type { NewCallback } from '../callbacks.ts'
import type { World } from '../world.ts'
import type { KeptWaybill, WaybillEvent } from './contract.ts'
import { nextStates } from './movement.ts'

export type CourierNews = { tell(waybill: KeptWaybill, event: WaybillEvent): void }

/** Tells the merchant of each step, by whatever fault has been ordered. */
export function openCourierNews(world: World, all: () => KeptWaybill[]): CourierNews {
  const heldBack = new Map<string, NewCallback>()
  const send = (callback: NewCallback): void => {
    const replayed = world.modes.strike('courier', 'callbackReplayed')
    const doubled = world.modes.strike('courier', 'callbackDoubled')
    if (replayed !== undefined) world.callbacks.sendTwice(callback, world.modes.secondsOf(replayed))
    else if (doubled !== undefined) world.callbacks.sendTwice(callback, 0)
    else world.callbacks.send(callback)
  }
  return {
    tell(waybill, event) {
      const callback = movedCallback(waybill, event)
      if (world.modes.strike('courier', 'callbackLost') !== undefined) return
      if (world.modes.strike('courier', 'callbackOtherWaybill') !== undefined) {
        world.callbacks.send({ ...movedCallback({ ...waybill, waybillNo: anotherNumber(waybill, all()) }, event), copy: true })
      }
      const earlier = heldBack.get(waybill.waybillNo)
      const mayWait = earlier === undefined && nextStates(event.state).length > 0
      if (mayWait && world.modes.strike('courier', 'callbackOutOfOrder') !== undefined) {
        heldBack.set(waybill.waybillNo, callback)
        return
      }
      send(callback)
      if (earlier !== undefined) send({ ...earlier, afterSeconds: 1 })
      heldBack.delete(waybill.waybillNo)
    },
  }
}

function anotherNumber(waybill: KeptWaybill, all: readonly KeptWaybill[]): string {
  return all.findLast((one) => one.waybillNo !== waybill.waybillNo)?.waybillNo ?? 'YB0000000000000000'
}

function movedCallback({ waybillNo, merchantWaybillNo, asked }: KeptWaybill, event: WaybillEvent): NewCallback {
  const callbackId = randomUUID()
  const body = JSON.stringify({ event: 'waybill.moved', callbackId, waybillNo, merchantWaybillNo, ...event })
  return { callbackId, service: 'courier', url: asked.notifyUrl, body }
}
