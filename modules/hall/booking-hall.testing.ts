/** What the tests of this module stand on: a hall with counters, an item that may be booked there, people and clerks. */
import { openCases, type CaseHall, type CaseHallOptions } from '@yiwang/cases/testing'
import { aCounter, aHall } from '@yiwang/organisation/testing'
import type { Implementation } from '@yiwang/catalogue/contract'
import { hall } from './index.ts'
import { permissions } from './permissions.ts'
import type { OfferInput, Slot } from './contract.ts'

const held = Object.entries(permissions).flatMap(([code, one]) => ('heldBy' in one ? [] : [code]))

export interface BookingHall extends CaseHall {
  hallId: string
  /** One-stop, and one that hands out results only. */
  counterId: string
  pickUpId: string
  /** Every working day at nine and at two, for as many. */
  offer(item: Implementation, over?: Partial<OfferInput>): Promise<string>
  /** What is sent to book Tuesday, 3 March 2026, at nine. */
  wish(item: Implementation, over?: object): object
}

export const workweek = (quota = 2): Slot[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, begins: '09:00', ends: '10:00', quota },
    { weekday, begins: '14:00', ends: '15:00', quota },
  ])

/** The clock stands on Monday, 2 March 2026, at nine. */
export async function openBooking(t: Parameters<typeof openCases>[0], options: CaseHallOptions = {}): Promise<BookingHall> {
  const office = await openCases(t, { permissions: held, more: [hall], ...options })
  const places = await office.hall.act(async (act) => {
    const { id } = await aHall(act)
    const counter = await aCounter(act, id)
    const pickUp = await aCounter(act, id, { number: 'C01', name: '发件窗口', kind: 'pickUp' })
    return { hallId: id, counterId: counter.id, pickUpId: pickUp.id }
  })
  return {
    ...office,
    ...places,
    offer: async ({ implementationCode }, over = {}) => {
      const input = { open: true, counterIds: [places.counterId], slots: workweek(), ...over }
      const answer = await office.hall.as(office.clerk).put(`/halls/${places.hallId}/offers/${implementationCode}`, input)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return implementationCode
    },
    wish: ({ implementationCode }, over = {}) => ({
      implementationCode,
      hallId: places.hallId,
      counterId: places.counterId,
      day: '2026-03-03',
      begins: '09:00',
      ...over,
    }),
  }
}
