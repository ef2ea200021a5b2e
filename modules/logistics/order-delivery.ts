import { newId, Problem, type Act, type Work } from '@yiwang/kernel'
import type { CourierWord } from './events.ts'
import {
  askedNumbers,
  findAsked,
  findForUpdate,
  insertWaybill,
  noteAttempt,
  noteOrdered,
  noteRefused,
  type NewWaybill,
  type WaybillHead,
} from './waybill-store.ts'

/** Ordering a courier (开具递送单, the guide 五（二）1（6）): for materials to the hall or for the result to the applicant. The courier is asked after the commit. */
export async function orderDelivery(act: Act, wish: Omit<NewWaybill, 'number'>): Promise<string> {
  const number = newId()
  await insertWaybill(act, { ...wish, number })
  await act.enqueue('logistics.order', { number })
  return number
}

/** After so many attempts without an answer, over more than a day, it is refused: nothing waits for ever. */
export const mostAttempts = 12
const firstWait = 5 * 60_000
const longestWait = 6 * 3_600_000

/** Asks the courier; a waybill already ordered or refused is left alone. One without an answer is asked about later, less and less often. */
export async function orderAtCourier(work: Work, number: string): Promise<void> {
  const asked = await work.read((desk) => findAsked(desk, number))
  if (!asked) return
  const word = await answerOrNothing(work.outside.courier.order(asked))
  if (!word) return work.perform('logistics.noteAttempt', (act) => noteNoAnswer(act, number))
  if (word.outcome === 'refused') return work.perform('logistics.noteRefused', (act) => refuse(act, number, word.why))
  await work.perform('logistics.noteOrdered', ({ tx }) => noteOrdered(tx, number, word))
}

async function answerOrNothing(asked: Promise<CourierWord>): Promise<CourierWord | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

async function noteNoAnswer(act: Act, number: string): Promise<void> {
  const waybill = await findForUpdate(act.tx, number)
  if (!isStillAsked(waybill)) return
  const attempts = waybill.attempts + 1
  const next = new Date(act.now.getTime() + Math.min(firstWait * 2 ** (attempts - 1), longestWait))
  await noteAttempt(act.tx, number, { attempts, next })
  if (attempts >= mostAttempts) await refuse(act, number, '快递公司多次没有应答')
}

/** The courier does not take it (未揽收): whoever ordered it hears of it and chooses another way. */
async function refuse(act: Act, number: string, why: string): Promise<void> {
  const waybill = await findForUpdate(act.tx, number)
  if (!isStillAsked(waybill)) return
  await noteRefused(act, number, why)
  const { subject, direction } = waybill
  await act.publish('waybill.moved', { number, subject, direction, state: 'refused' })
}

const isStillAsked = (waybill: WaybillHead | undefined): waybill is WaybillHead =>
  waybill?.state === 'asked' && waybill.courierNumber === null

/** Orders what is still waiting and whose turn has come, so that a courier who was away stops nothing for good. */
export async function orderWaiting(work: Work): Promise<void> {
  for (const number of await work.read(({ tx, now }) => askedNumbers(tx, now, 200))) await orderAtCourier(work, number)
}
