import { beyond, keyOf, present, toPage, within, type Act, type Desk, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { Information, InformationInput } from './contract.ts'

export async function insertInformation(act: Act, id: string, { title, text }: InformationInput): Promise<void> {
  const sender = { body_code: act.by.body ?? null, division: act.by.division ?? null, sent_by: act.by.id, sent_at: act.now }
  await act.tx
    .insertInto('messages.information')
    .values({ id, title, text, ...sender })
    .execute()
}

export interface Spreading extends InformationInput {
  toldUpTo: string
  from?: { bodyCode: string; division: string }
}

/** One that has not reached everybody yet, locked, so that nobody is told twice. */
export async function findSpreadingForUpdate(tx: Tx, id: string): Promise<Spreading | undefined> {
  const query = tx.selectFrom('messages.information').selectAll().where('id', '=', id).where('done_at', 'is', null)
  const row = await query.forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { title, text, told_up_to: toldUpTo, body_code: bodyCode, division } = row
  return { title, text, toldUpTo, ...(bodyCode !== null && division !== null ? { from: { bodyCode, division } } : {}) }
}

/** Whoever ever said something about being informed, in turn; what he said last is looked up when he is told. */
export async function whoWasAsked(tx: Tx, after: string, most: number): Promise<string[]> {
  const query = tx.selectFrom('messages.consent').select('account_id as accountId').distinct().where('account_id', '>', after)
  return (await query.orderBy('account_id').limit(most).execute()).map(({ accountId }) => accountId)
}

export async function noteSpread(act: Act, id: string, { toldUpTo, reached }: { toldUpTo?: string; reached: number }): Promise<void> {
  await act.tx
    .updateTable('messages.information')
    .set((row) => ({
      reached: row('reached', '+', reached),
      ...(toldUpTo === undefined ? { done_at: act.now } : { told_up_to: toldUpTo }),
    }))
    .where('id', '=', id)
    .execute()
}

/** What the bodies within reach sent, newest first. */
export async function listInformation({ tx, by }: Desk, { after, limit = 20 }: PageInput): Promise<Page<Information>> {
  let query = tx
    .selectFrom('messages.information')
    .select(['id', 'title', 'text', 'sent_at as sentAt', 'reached', 'done_at as doneAt'])
    .where(within(by, 'messages.inform', { body: 'body_code', division: 'division' }))
  if (after !== undefined) query = query.where(beyond(['sent_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.sentAt, row.id],
    (row) => present(row) as Information,
  )
}
