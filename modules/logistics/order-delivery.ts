import { newId, Problem, type Act, type Work } from '@yiwang/kernel'
import { askedNumbers, findAsked, insertWaybill, noteOrdered, type NewWaybill } from './waybill-store.ts'

/** Ordering a courier (开具递送单, the guide 五（二）1（6）): for materials to the hall or for the result to the applicant. The courier is asked after the commit. */
export async function orderDelivery(act: Act, wish: Omit<NewWaybill, 'number'>): Promise<string> {
  const number = newId()
  await insertWaybill(act, { ...wish, number })
  await act.enqueue('logistics.order', { number })
  return number
}

/** Asks the courier; a waybill already ordered is left alone. */
export async function orderAtCourier(work: Work, number: string): Promise<void> {
  const asked = await work.read((desk) => findAsked(desk, number))
  if (!asked) return
  const ordered = await work.outside.courier.order(asked)
  await work.perform('logistics.noteOrdered', ({ tx }) => noteOrdered(tx, number, ordered))
}

/** Orders what is still waiting, so that a courier who was away stops nothing for good; one that fails does not stop the others. */
export async function orderWaiting(work: Work): Promise<void> {
  for (const number of await work.read(({ tx }) => askedNumbers(tx, 200))) {
    try {
      await orderAtCourier(work, number)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}
