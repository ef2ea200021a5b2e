import { hide, indexOf, reveal, type Act, type Settings, type Tx } from '@yiwang/kernel'
import { maskMobilePhone, maskPersonId } from '@yiwang/standards'
import { problem } from '../problems.ts'
import { insertChange } from './account-change-store.ts'
import type {} from '../generated/tables.ts'

export type AccountKind = 'person' | 'organisation'

/** An account as acts know it, its personal values revealed. */
export interface Account {
  id: string
  kind: AccountKind
  name: string
  number: string
  phone: string
  email?: string
  address?: string
  representativeName?: string
  passwordHash: string
  passwordSetAt: string
  level: number
  state: 'active' | 'disabled' | 'closed'
  agreement: string
  registeredAt: string
}

export type NewAccount = Omit<Account, 'state' | 'registeredAt' | 'passwordSetAt'>

const numberPurpose = 'holder-number'
const phonePurpose = 'account-phone'
const place = (column: string, id: string) => `identity.account/${column}/${id}`

export function phoneIndex(settings: Settings, phone: string): string {
  return indexOf(settings, phonePurpose, phone)
}

export function numberIndex(settings: Settings, kind: AccountKind, number: string): string {
  return indexOf(settings, numberPurpose, `${kind}:${number}`)
}

/** A new account, and the first line of its history. @throws identity.alreadyRegistered, identity.phoneTaken — the database decides, so that of two at once one is told. */
export async function insertAccount(act: Act, account: NewAccount): Promise<void> {
  const { settings, tx } = act
  const { id, kind, name, number, phone, address, representativeName, passwordHash, level, agreement } = account
  const values = {
    id,
    kind,
    name,
    level,
    agreement,
    state: 'active',
    password_hash: passwordHash,
    password_set_at: act.now,
    registered_at: act.now,
    number_hidden: hide(settings, number, place('number', id)),
    number_index: numberIndex(settings, kind, number),
    phone_hidden: hide(settings, phone, place('phone', id)),
    phone_index: phoneIndex(settings, phone),
    address_hidden: address === undefined ? null : hide(settings, address, place('address', id)),
    representative_hidden: representativeName === undefined ? null : hide(settings, representativeName, place('representative', id)),
  }
  const inserted = await tx
    .insertInto('identity.account')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) {
    const after = { name, number: kind === 'person' ? maskPersonId(number) : number, phone: maskMobilePhone(phone), level: String(level) }
    return insertChange(act, { accountId: id, kind: 'open', after, outcome: 'done' })
  }
  const same = await tx
    .selectFrom('identity.account')
    .select('id')
    .where('number_index', '=', values.number_index)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  throw same ? problem.alreadyRegistered() : problem.phoneTaken()
}

export async function findAccount(desk: { tx: Tx; settings: Settings }, id: string): Promise<Account | undefined> {
  const row = await desk.tx.selectFrom('identity.account').selectAll().where('id', '=', id).where('state', '=', 'active').executeTakeFirst()
  return row && toAccount(desk.settings, row)
}

/** @throws identity.notFound */
export async function getAccount(desk: { tx: Tx; settings: Settings }, id: string): Promise<Account> {
  const account = await findAccount(desk, id)
  if (!account) throw problem.notFound()
  return account
}

/** The account of whoever has this number, by its blind index; for what was brought to a counter before or beside the account. */
export async function findHolder(
  { tx, settings }: { tx: Tx; settings: Settings },
  { kind, number }: { kind: AccountKind; number: string },
): Promise<{ id: string; level: number } | undefined> {
  return tx
    .selectFrom('identity.account')
    .select(['id', 'level'])
    .where('number_index', '=', numberIndex(settings, kind, number))
    .where('state', '=', 'active')
    .executeTakeFirst()
}

/** In whatever state: for what is still to be told about an account, and for those who watch over it. @throws identity.notFound */
export async function getAnyAccount(desk: { tx: Tx; settings: Settings }, id: string): Promise<Account> {
  const row = await desk.tx.selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw problem.notFound()
  return toAccount(desk.settings, row)
}

/** @throws identity.notFound */
export async function getAccountForUpdate(desk: { tx: Tx; settings: Settings }, id: string): Promise<Account> {
  const row = await desk.tx.selectFrom('identity.account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw problem.notFound()
  return toAccount(desk.settings, row)
}

export async function findAccountByNumber(
  { tx, settings }: { tx: Tx; settings: Settings },
  kind: AccountKind,
  number: string,
): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('identity.account')
    .select('id')
    .where('number_index', '=', numberIndex(settings, kind, number))
    .orderBy('registered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** By phone or identity number of a person, or by the credit code of an organisation. */
export async function findAccountByLogin({ tx, settings }: { tx: Tx; settings: Settings }, login: string): Promise<Account | undefined> {
  const text = login.trim().toUpperCase()
  const row = await tx
    .selectFrom('identity.account')
    .selectAll()
    .where('state', '=', 'active')
    .where((either) =>
      either.or([
        either('number_index', 'in', [numberIndex(settings, 'person', text), numberIndex(settings, 'organisation', text)]),
        either.and([either('phone_index', '=', phoneIndex(settings, text)), either('kind', '=', 'person')]),
      ]),
    )
    .executeTakeFirst()
  return row && toAccount(settings, row)
}

export async function findPersonByPhone({ tx, settings }: { tx: Tx; settings: Settings }, phone: string): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .selectAll()
    .where('phone_index', '=', phoneIndex(settings, phone))
    .where('kind', '=', 'person')
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && toAccount(settings, row)
}

export async function raiseLevel(tx: Tx, id: string, level: number): Promise<void> {
  await tx.updateTable('identity.account').set({ level }).where('id', '=', id).where('level', '<', level).execute()
}

export async function setPassword({ tx, now }: Act, id: string, hash: string): Promise<void> {
  await tx.updateTable('identity.account').set({ password_hash: hash, password_set_at: now }).where('id', '=', id).execute()
}

/** @throws identity.phoneTaken — the database decides here too. */
export async function setPhone(act: Act, id: string, phone: string): Promise<void> {
  const set = { phone_hidden: hide(act.settings, phone, place('phone', id)), phone_index: phoneIndex(act.settings, phone) }
  try {
    await act.tx.updateTable('identity.account').set(set).where('id', '=', id).execute()
  } catch (error) {
    throw (error as { constraint?: unknown }).constraint === 'account_person_phone' ? problem.phoneTaken() : error
  }
}

export async function changeContact(act: Act, id: string, change: { email?: string; address?: string }): Promise<void> {
  const set = {
    ...(change.email === undefined ? {} : { email_hidden: hide(act.settings, change.email, place('email', id)) }),
    ...(change.address === undefined ? {} : { address_hidden: hide(act.settings, change.address, place('address', id)) }),
  }
  if (Object.keys(set).length > 0) await act.tx.updateTable('identity.account').set(set).where('id', '=', id).execute()
}

interface AccountRow {
  id: string
  kind: string
  name: string
  number_hidden: string
  phone_hidden: string
  email_hidden: string | null
  address_hidden: string | null
  representative_hidden: string | null
  password_hash: string
  password_set_at: string
  level: number
  state: string
  agreement: string
  registered_at: string
}

function toAccount(settings: Settings, row: AccountRow): Account {
  const open = (hidden: string, column: string) => reveal(settings, hidden, place(column, row.id))
  return {
    id: row.id,
    kind: row.kind as AccountKind,
    name: row.name,
    number: open(row.number_hidden, 'number'),
    phone: open(row.phone_hidden, 'phone'),
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    level: row.level,
    state: row.state as Account['state'],
    agreement: row.agreement,
    registeredAt: row.registered_at,
    ...(row.email_hidden === null ? {} : { email: open(row.email_hidden, 'email') }),
    ...(row.address_hidden === null ? {} : { address: open(row.address_hidden, 'address') }),
    ...(row.representative_hidden === null ? {} : { representativeName: open(row.representative_hidden, 'representative') }),
  }
}
