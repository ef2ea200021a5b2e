import { beyond, keyOf, present, toPage, type Act, type Desk, type Language, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { Texts } from './compose.ts'
import type { Message, Subject } from './contract.ts'
import { messageProblem as problem } from './problems.ts'

export interface NewMessage {
  id: string
  accountId: string
  template: string
  texts: Texts
  about?: Subject
}

export async function insertMessage(act: Act, { id, accountId, template, texts, about }: NewMessage): Promise<void> {
  const values = { id, template, account_id: accountId, texts: JSON.stringify(texts), about_kind: about?.kind, about_key: about?.key }
  const insert = act.tx.insertInto('messages.message').values({ ...values, sent_at: act.now })
  await insert.execute()
}

const columns = ['id', 'template', 'texts', 'about_kind', 'about_key', 'sent_at as sentAt', 'read_at as readAt'] as const

/** The asker's own, newest first. */
export async function listMessages(
  { tx, by }: Desk,
  { after, limit = 20, unread = false }: PageInput & { unread?: boolean },
  language: Language,
): Promise<Page<Message>> {
  let query = tx.selectFrom('messages.message').select(columns).where('account_id', '=', by.id)
  query = query
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (unread) query = query.where('read_at', 'is', null)
  if (after !== undefined) query = query.where(beyond(['sent_at', 'id'], keyOf(after, 2), 'desc'))
  return toPage(
    await query.execute(),
    limit,
    (row) => [row.sentAt, row.id],
    (row) => toMessage(row, language),
  )
}

interface Row {
  id: string
  template: string
  texts: unknown
  about_kind: string | null
  about_key: string | null
  sentAt: string
  readAt: string | null
}

function toMessage({ texts, about_kind: kind, about_key: key, ...same }: Row, language: Language): Message {
  return { ...present(same), ...(texts as Texts)[language], ...(kind !== null && key !== null ? { about: { kind, key } } : {}) }
}

export async function countUnread({ tx, by }: Desk): Promise<number> {
  const query = tx.selectFrom('messages.message').select(({ fn }) => fn.countAll<number>().as('unread'))
  const row = await query.where('account_id', '=', by.id).where('read_at', 'is', null).executeTakeFirstOrThrow()
  return row.unread
}

/** The first reading counts. @throws message.notFound also for what is somebody else's. */
export async function markRead(act: Act, id: string): Promise<void> {
  const mine = act.tx.selectFrom('messages.message').select('id').where('id', '=', id).where('account_id', '=', act.by.id)
  if (!(await mine.executeTakeFirst())) throw problem.notFound({ id })
  const update = act.tx.updateTable('messages.message').set({ read_at: act.now })
  await update.where('id', '=', id).where('read_at', 'is', null).execute()
}

export async function markAllRead(act: Act): Promise<void> {
  const update = act.tx.updateTable('messages.message').set({ read_at: act.now })
  await update.where('account_id', '=', act.by.id).where('read_at', 'is', null).execute()
}

/** Messages about something, for whoever has to show that somebody was told. */
export async function messagesAbout(tx: Tx, about: Subject): Promise<Message[]> {
  const query = tx.selectFrom('messages.message').select(columns).where('about_kind', '=', about.kind).where('about_key', '=', about.key)
  return (await query.orderBy('sent_at').orderBy('id').execute()).map((row) => toMessage(row, 'zh-CN'))
}
