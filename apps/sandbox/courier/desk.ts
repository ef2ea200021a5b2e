import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../problems.ts'
import { requireAllowedHost, type World } from '../world.ts'
import { openCourierNews } from './announcements.ts'
import type { KeptWaybill, NewWaybill, WaybillState } from './contract.ts'
import { eventFor, feeOf, nextStates } from './movement.ts'

export type CourierDesk = {
  create(merchantId: string, asked: NewWaybill): KeptWaybill
  get(merchantId: string, merchantWaybillNo: string): KeptWaybill
  getByNumber(waybillNo: string): KeptWaybill
  move(waybill: KeptWaybill, state: WaybillState): KeptWaybill
  list(): KeptWaybill[]
}

const COURIERS = ['小样', '小测', '小演', '小范', '小拟'].map((name, place) => ({ name, phone: `1990020000${place}` }))

/** The courier (物流): takes waybills, assigns a courier at once, moves parcels and tells of every step. */
export function openCourierDesk(world: World): CourierDesk {
  const book = world.books.open<KeptWaybill>('waybills')
  const keys = new Map(book.list().map((one) => [keyOf(one.merchantId, one.merchantWaybillNo), one.waybillNo]))
  const news = openCourierNews(world, () => book.list())
  const found = (waybill: KeptWaybill | undefined): KeptWaybill => {
    if (waybill === undefined) throw new Problem('waybill.notFound')
    return waybill
  }
  const step = (waybill: KeptWaybill, state: WaybillState): KeptWaybill => {
    const event = eventFor(waybill, state, world.clock.now().toISOString())
    const moved = { ...waybill, state, events: [...waybill.events, event] }
    book.put(moved.waybillNo, moved)
    news.tell(moved, event)
    return moved
  }
  const desk: CourierDesk = {
    list: () => book.list(),
    get: (merchantId, number) => found(book.get(keys.get(keyOf(merchantId, number)) ?? '')),
    getByNumber: (waybillNo) => found(book.get(waybillNo)),
    move(waybill, state) {
      if (!nextStates(waybill.state).includes(state)) throw new Problem('waybill.notMovable', { state: waybill.state, asked: state })
      return step(waybill, state)
    },
    create(merchantId, asked) {
      const before = keys.get(keyOf(merchantId, asked.merchantWaybillNo))
      if (before !== undefined) return sameWaybill(found(book.get(before)), asked)
      requireAllowedHost(world, asked.notifyUrl)
      if (world.modes.strike('courier', 'noCourier') !== undefined) throw new Problem('waybill.noCourier')
      if (world.modes.strike('courier', 'waybillRefused') !== undefined) throw new Problem('waybill.refused')
      const waybill = newWaybill(merchantId, asked, world.clock.now(), book.list().length)
      keys.set(keyOf(merchantId, asked.merchantWaybillNo), waybill.waybillNo)
      return step(waybill, 'accepted')
    },
  }
  world.agenda.add(async () => moveByItself(world, desk))
  return desk
}

const keyOf = (merchantId: string, number: string): string => `${merchantId}/${number}`

function newWaybill(merchantId: string, asked: NewWaybill, now: Date, count: number): KeptWaybill {
  const { merchantWaybillNo, kind, payer } = asked
  const waybillNo = `YB${now.toISOString().slice(2, 10).replaceAll('-', '')}${String(count).padStart(6, '0')}${randomInt(1000, 10_000)}`
  const courier = COURIERS[count % COURIERS.length] as (typeof COURIERS)[number]
  const about = { merchantId, merchantWaybillNo, waybillNo, kind, payer, courier, asked }
  return { ...about, state: 'accepted', fee: feeOf(asked), createdAt: now.toISOString(), events: [] }
}

function sameWaybill(before: KeptWaybill, asked: NewWaybill): KeptWaybill {
  if (!isDeepStrictEqual(before.asked, asked)) throw new Problem('waybill.conflict', { merchantWaybillNo: asked.merchantWaybillNo })
  return before
}

/** Automatic mode: every parcel takes its usual next step when its time has come. */
function moveByItself(world: World, desk: CourierDesk): void {
  const mode = world.modes.peek('courier', 'automatic')
  if (mode === undefined) return
  const before = new Date(world.clock.now().getTime() - world.modes.secondsOf(mode) * 1000).toISOString()
  for (const waybill of desk.list()) {
    const [usual] = nextStates(waybill.state)
    const since = waybill.events.at(-1)?.at ?? waybill.createdAt
    if (usual !== undefined && since <= before) desk.move(waybill, usual)
  }
}
