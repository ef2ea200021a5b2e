import { hide, reveal, type Act, type Settings, type Tx } from '@yiwang/kernel'
import { problem } from '../problems.ts'

export interface StaffLogin {
  staffId: string
  loginName: string
  passwordHash: string
  secondFactor?: string
  mustChange: boolean
  enabled: boolean
}

const place = (staffId: string) => `identity.staff_login/second_factor/${staffId}`

/** @throws identity.loginNameTaken */
export async function upsertLogin(
  act: Act,
  login: { staffId: string; loginName: string; passwordHash: string; mustChange: boolean },
): Promise<void> {
  const taken = await act.tx
    .selectFrom('identity.staff_login')
    .select('staff_id')
    .where('login_name', '=', login.loginName)
    .where('staff_id', '<>', login.staffId)
    .executeTakeFirst()
  if (taken) throw problem.loginNameTaken({ loginName: login.loginName })
  const values = {
    login_name: login.loginName,
    password_hash: login.passwordHash,
    must_change: login.mustChange,
    enabled: true,
    set_at: act.now,
  }
  await act.tx
    .insertInto('identity.staff_login')
    .values({ staff_id: login.staffId, ...values })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(values))
    .execute()
}

export async function findLogin(
  { tx, settings }: { tx: Tx; settings: Settings },
  by: { loginName: string } | { staffId: string },
  { lock = false }: { lock?: boolean } = {},
): Promise<StaffLogin | undefined> {
  let query = tx.selectFrom('identity.staff_login').selectAll()
  if (lock) query = query.forUpdate()
  const row = await (
    'loginName' in by ? query.where('login_name', '=', by.loginName.toLowerCase()) : query.where('staff_id', '=', by.staffId)
  ).executeTakeFirst()
  if (!row) return undefined
  const secondFactor =
    row.second_factor_hidden === null ? {} : { secondFactor: reveal(settings, row.second_factor_hidden, place(row.staff_id)) }
  return {
    staffId: row.staff_id,
    loginName: row.login_name,
    passwordHash: row.password_hash,
    mustChange: row.must_change,
    enabled: row.enabled,
    ...secondFactor,
  }
}

export async function setStaffPassword(tx: Tx, staffId: string, hash: string): Promise<void> {
  await tx.updateTable('identity.staff_login').set({ password_hash: hash, must_change: false }).where('staff_id', '=', staffId).execute()
}

export async function setSecondFactor(act: Act, staffId: string, secret: string): Promise<void> {
  await act.tx
    .updateTable('identity.staff_login')
    .set({ second_factor_hidden: hide(act.settings, secret, place(staffId)), second_factor_step: null })
    .where('staff_id', '=', staffId)
    .execute()
}

/** Whether there was one to take off. */
export async function clearSecondFactor(tx: Tx, staffId: string): Promise<boolean> {
  const done = await tx
    .updateTable('identity.staff_login')
    .set({ second_factor_hidden: null, second_factor_step: null })
    .where('staff_id', '=', staffId)
    .where('second_factor_hidden', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** A code is of this half minute or a neighbour's, so that two of one clock are never further apart. */
const furthestStep = 2

/** Uses up the codes up to this half minute; of two that come with one code at once, one has it. */
export async function takeStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const done = await tx
    .updateTable('identity.staff_login')
    .set({ second_factor_step: step })
    .where('staff_id', '=', staffId)
    .where((either) =>
      either.or([
        either('second_factor_step', 'is', null),
        either('second_factor_step', '<', step),
        either('second_factor_step', '>', step + furthestStep), // taken while the clock was ahead
      ]),
    )
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function closeLogin(tx: Tx, staffId: string): Promise<boolean> {
  const done = await tx
    .updateTable('identity.staff_login')
    .set({ enabled: false })
    .where('staff_id', '=', staffId)
    .where('enabled', '=', true)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
