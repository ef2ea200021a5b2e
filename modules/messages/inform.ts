import { newId, type Act, type Work } from '@yiwang/kernel'
import type { InformationInput } from './contract.ts'
import { findSpreadingForUpdate, insertInformation, noteSpread, whoWasAsked } from './information-store.ts'
import { hasConsent } from './preference-store.ts'
import { send } from './send.ts'

/** Telling something to all who agreed to hear of such things (推送信息, appendix 4): by a job, into their personal space. @returns its key */
export async function inform(act: Act, { title, text }: InformationInput): Promise<string> {
  const id = newId()
  await insertInformation(act, id, { title: title.trim(), text: text.trim() })
  await act.enqueue('messages.inform', { informationId: id })
  return id
}

const atOnce = 200

/** Goes through them in turn and notes how far it came in the same act, so that a job that begins again tells nobody twice. */
export async function spread(work: Work, informationId: string): Promise<void> {
  while (await work.perform('messages.informSome', (act) => tellSome(act, informationId)));
}

async function tellSome(act: Act, id: string): Promise<boolean> {
  const spreading = await findSpreadingForUpdate(act.tx, id)
  if (!spreading) return false
  const { title, text, toldUpTo, from } = spreading
  const accounts = await whoWasAsked(act.tx, toldUpTo, atOnce)
  let reached = 0
  for (const accountId of accounts) {
    if (!(await hasConsent(act.tx, accountId))) continue
    await send(act, { template: 'information', values: { title, text }, to: { accountId }, ...(from ? { from } : {}) })
    reached += 1
  }
  const last = accounts.at(-1)
  await noteSpread(act, id, { reached, ...(last === undefined ? {} : { toldUpTo: last }) })
  return last !== undefined
}
