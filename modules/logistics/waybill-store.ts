import { hide, reveal, type Act, type Settings, type Tx } from '@yiwang/kernel'
import type { CourierCallback, Party, WaybillState } from './contract.ts'
import type {} from './generated/tables.ts'

const place = (column: string, number: string) => `logistics.waybill/${column}/${number}`

export interface NewWaybill {
  number: string
  subject: { kind: string; key: string }
  direction: 'pickUp' | 'delivery'
  accountId?: string
  body: { code: string; division: string }
  sender: Party
  recipient: Party
  goods: string
  payer: 'sender' | 'recipient' | 'merchant'
}

export async function insertWaybill(act: Act, waybill: NewWaybill): Promise<void> {
  const party = (column: string, one: Party) => hide(act.settings, JSON.stringify(one), place(column, waybill.number))
  await act.tx
    .insertInto('logistics.waybill')
    .values({
      number: waybill.number,
      subject_kind: waybill.subject.kind,
      subject_key: waybill.subject.key,
      direction: waybill.direction,
      account_id: waybill.accountId ?? null,
      body_code: waybill.body.code,
      division: waybill.body.division,
      sender_hidden: party('sender', waybill.sender),
      recipient_hidden: party('recipient', waybill.recipient),
      goods: waybill.goods,
      payer: waybill.payer,
      state: 'asked',
      ordered_at: act.now,
      moved_at: act.now,
    })
    .execute()
}

/** Waybills about these subjects that stood in nobody's space become the account's. */
export async function assignWaybills(tx: Tx, { kind, keys }: { kind: string; keys: readonly string[] }, account: string): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('logistics.waybill')
    .set({ account_id: account })
    .where('subject_kind', '=', kind)
    .where('subject_key', 'in', keys)
    .where('account_id', 'is', null)
    .execute()
}

export interface AskedWaybill {
  number: string
  direction: 'pickUp' | 'delivery'
  sender: Party
  recipient: Party
  goods: string
  payer: 'sender' | 'recipient' | 'merchant'
}

/** A waybill the courier does not know of yet, with its parties. */
export async function findAsked({ tx, settings }: { tx: Tx; settings: Settings }, number: string): Promise<AskedWaybill | undefined> {
  const row = await tx
    .selectFrom('logistics.waybill')
    .selectAll()
    .where('number', '=', number)
    .where('state', '=', 'asked')
    .where('courier_number', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const party = (column: string, hidden: string) => JSON.parse(reveal(settings, hidden, place(column, number))) as Party
  return {
    number,
    direction: row.direction as AskedWaybill['direction'],
    sender: party('sender', row.sender_hidden),
    recipient: party('recipient', row.recipient_hidden),
    goods: row.goods,
    payer: row.payer as AskedWaybill['payer'],
  }
}

/** Those whose turn has come, oldest first. */
export async function askedNumbers(tx: Tx, now: Date, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('logistics.waybill')
    .select('number')
    .where('state', '=', 'asked')
    .where('courier_number', 'is', null)
    .where((is) => is.or([is('next_attempt_at', 'is', null), is('next_attempt_at', '<=', now.toISOString())]))
    .orderBy('ordered_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.number)
}

export async function noteOrdered(
  tx: Tx,
  number: string,
  { courierNumber, feeFen }: { courierNumber: string; feeFen: number },
): Promise<void> {
  await tx.updateTable('logistics.waybill').set({ courier_number: courierNumber, fee_fen: feeFen }).where('number', '=', number).execute()
}

export async function noteAttempt(tx: Tx, number: string, { attempts, next }: { attempts: number; next: Date }): Promise<void> {
  await tx.updateTable('logistics.waybill').set({ attempts, next_attempt_at: next }).where('number', '=', number).execute()
}

export async function noteRefused(act: Act, number: string, why: string): Promise<void> {
  const change = { state: 'refused', refused_why: why, moved_at: act.now }
  await act.tx.updateTable('logistics.waybill').set(change).where('number', '=', number).execute()
}

export interface WaybillHead {
  number: string
  subject: { kind: string; key: string }
  direction: 'pickUp' | 'delivery'
  state: WaybillState
  courierNumber: string | null
  attempts: number
}

export async function findForUpdate(tx: Tx, number: string): Promise<WaybillHead | undefined> {
  const row = await tx.selectFrom('logistics.waybill').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
  return (
    row && {
      number,
      subject: { kind: row.subject_kind, key: row.subject_key },
      direction: row.direction as WaybillHead['direction'],
      state: row.state as WaybillState,
      courierNumber: row.courier_number,
      attempts: row.attempts,
    }
  )
}

export async function noteCallback(act: Act, callbackId: string, nonce: string): Promise<boolean> {
  const done = await act.tx
    .insertInto('logistics.callback')
    .values({ callback_id: callbackId, nonce, received_at: act.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertMovement(tx: Tx, news: CourierCallback): Promise<void> {
  await tx
    .insertInto('logistics.movement')
    .values({
      number: news.merchantWaybillNo,
      sequence: news.sequence,
      state: news.state,
      place: news.place,
      remark: news.remark,
      at: news.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function changeState(
  act: Act,
  number: string,
  { state, signedBy, waybillNo }: Pick<CourierCallback, 'state' | 'signedBy' | 'waybillNo'>,
): Promise<void> {
  const signed = signedBy === undefined ? {} : { signed_by_hidden: hide(act.settings, signedBy, place('signed_by', number)) }
  await act.tx
    .updateTable('logistics.waybill')
    .set({ state, moved_at: act.now, courier_number: waybillNo, ...signed })
    .where('number', '=', number)
    .execute()
}
