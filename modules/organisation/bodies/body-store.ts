import { beyond, keyOf, present, toPage, within, type Act, type Page, type PageInput, type Tx } from '@yiwang/kernel'
import type { Body, Department, Post } from '../contract.ts'
import { bodyProblem as problem } from '../problems.ts'

export const bodyColumns = [
  'code',
  'name',
  'short_name as shortName',
  'kind',
  'division',
  'parent',
  'duties',
  'build_mode as buildMode',
  'address',
  'phone',
  'complaint_phone as complaintPhone',
  'state',
  'successor',
] as const

/** May miss; `getBody` guarantees. */
export async function findBody(tx: Tx, code: string): Promise<Body | undefined> {
  const row = await tx.selectFrom('organisation.body').select(bodyColumns).where('code', '=', code).executeTakeFirst()
  return row && (present(row) as Body)
}

export async function getBody(tx: Tx, code: string): Promise<Body> {
  const body = await findBody(tx, code)
  if (!body) throw problem.notFound({ code })
  return body
}

/** A body that may still be given things to do. */
export async function getActiveBody(tx: Tx, code: string): Promise<Body> {
  const body = await getBody(tx, code)
  if (body.state !== 'active') throw problem.retired({ name: body.name })
  return body
}

/** Locked, and within what the actor may administer. @throws body.outOfReach beyond it: that the body exists is public anyway. */
export async function getBodyToManage({ tx, by }: Act, code: string, permission = 'organisation.manageBodies'): Promise<Body> {
  const row = await tx
    .selectFrom('organisation.body')
    .select(bodyColumns)
    .select(within(by, permission, { body: 'code', division: 'division' }).as('reached'))
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ code })
  const { reached, ...body } = row
  if (!reached) throw problem.outOfReach({ name: body.name })
  if (body.state !== 'active') throw problem.retired({ name: body.name })
  return present(body) as Body
}

/** @throws body.alreadyRegistered when the code is taken. */
export async function insertBody(act: Act, body: Body): Promise<void> {
  const { shortName, buildMode, complaintPhone, ...same } = body
  const values = { ...same, short_name: shortName, build_mode: buildMode, complaint_phone: complaintPhone, registered_at: act.now }
  const result = await act.tx
    .insertInto('organisation.body')
    .values(values)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.alreadyRegistered({ code: body.code })
}

export async function updateBody(act: Act, body: Body): Promise<void> {
  const { code, shortName, buildMode, complaintPhone, division: _stays, ...same } = body
  await act.tx
    .updateTable('organisation.body')
    .set({ ...same, short_name: shortName, build_mode: buildMode, complaint_phone: complaintPhone })
    .set(body.state === 'retired' ? { retired_at: act.now } : {})
    .where('code', '=', code)
    .execute()
}

const departmentColumns = ['id', 'body_code as bodyCode', 'name', 'parent'] as const

export async function listDepartments(tx: Tx, bodyCode: string, { after, limit = 20 }: PageInput): Promise<Page<Department>> {
  let query = tx
    .selectFrom('organisation.department')
    .select(departmentColumns)
    .where('body_code', '=', bodyCode)
    .orderBy('id')
    .limit(limit + 1)
  if (after !== undefined) query = query.where(beyond(['id'], keyOf(after, 1), 'asc'))
  return toPage(
    await query.execute(),
    limit,
    ({ id }) => [id],
    (row) => present(row) as Department,
  )
}

export async function findDepartment(tx: Tx, id: string): Promise<Department | undefined> {
  const row = await tx.selectFrom('organisation.department').select(departmentColumns).where('id', '=', id).executeTakeFirst()
  return row && present(row)
}

/** @throws body.departmentExists */
export async function insertDepartment(tx: Tx, { bodyCode, ...same }: Department): Promise<void> {
  const insert = tx.insertInto('organisation.department').values({ ...same, body_code: bodyCode })
  const result = await insert.onConflict((conflict) => conflict.columns(['body_code', 'name']).doNothing()).executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.departmentExists({ name: same.name })
}

export async function listPosts(tx: Tx, bodyCode: string, { after, limit = 20 }: PageInput): Promise<Page<Post>> {
  const columns = ['body_code as bodyCode', 'code', 'name', 'duty'] as const
  let query = tx
    .selectFrom('organisation.post')
    .select(columns)
    .where('body_code', '=', bodyCode)
    .orderBy('code')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('code', '>', String(keyOf(after, 1)[0]))
  return toPage(
    await query.execute(),
    limit,
    ({ code }) => [code],
    (row) => row,
  )
}

/** Which of these posts the body has. */
export async function knownPosts(tx: Tx, bodyCode: string, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const query = tx.selectFrom('organisation.post').select('code').where('body_code', '=', bodyCode).where('code', 'in', codes)
  return new Set((await query.execute()).map(({ code }) => code))
}

/** @throws body.postExists */
export async function insertPost(tx: Tx, { bodyCode, ...same }: Post): Promise<void> {
  const insert = tx.insertInto('organisation.post').values({ ...same, body_code: bodyCode })
  const result = await insert.onConflict((conflict) => conflict.columns(['body_code', 'code']).doNothing()).executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.postExists({ code: same.code })
}
