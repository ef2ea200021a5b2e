/** What the console shows of implementations on their way. */
import { sql, type SqlBool } from 'kysely'
import { beyond, keyOf, present, toPage, within, type Desk, type Page, type Tx } from '@yiwang/kernel'
import { getBody } from '@yiwang/organisation'
import { queryText } from '@yiwang/search'
import { divisionPrefix } from '@yiwang/standards'
import type { DraftDesk, ItemState, ItemWork, RevisionState } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'
import { checkElements } from '../rules/check-elements.ts'
import { canOnRevision } from '../rules/lifecycle.ts'
import { fieldsOpenTo } from '../rules/who-may-change.ts'
import { itemColumns, type Item } from './item-store.ts'
import { getOpenRevision } from './revision-store.ts'

/** Anybody with a part in it sees an item on its way: who draws up, keeps, administers, approves, publishes. */
const workPermissions = [
  'catalogue.lookWork',
  'catalogue.draft',
  'catalogue.keep',
  'catalogue.administer',
  'catalogue.approve',
  'catalogue.publish',
] as const

export interface WorkQuery {
  q?: string
  body?: string
  division?: string
  itemType?: string
  itemState?: ItemState
  revisionState?: RevisionState
  behind?: boolean
  after?: string
  limit?: number
}

const reachOf = ({ by }: Desk, prefix: string, permissions: readonly string[] = workPermissions) => {
  const columns = { body: `${prefix}body_code`, division: `${prefix}division`, item: `${prefix}implementation_code` }
  const reached = permissions.map((permission) => within(by, permission, columns))
  return sql<SqlBool>`(${sql.join(reached, sql` or `)})`
}

interface Row extends Omit<ItemWork, 'openRevision' | 'bodyName'> {
  openId: string | null
  openState: RevisionState | null
  currentBody: string | null
}

/** By item code; the state of what is on its way beside what is in force (区域、部门、类型、状态, 五（二）1（1）④). */
export async function listWork(desk: Desk, query: WorkQuery): Promise<Page<ItemWork>> {
  const { after, limit = 20 } = query
  const start = after === undefined ? sql<SqlBool>`true` : beyond(['i.implementation_code'], keyOf(after, 1), 'asc')
  const { rows } = await sql<Row>`
    select i.implementation_code as "implementationCode", e.name, i.body_code as "bodyCode", c.body_name as "currentBody", i.division,
      i.state as "itemState", nullif(i.last_version, 0) as version, o.id as "openId", o.state as "openState",
      i.directory_version < e.version as "behindDirectory"
    from catalogue.implementation i
    join catalogue.directory_entry e using (base_code)
    left join catalogue.implementation_revision c on c.id = i.current_revision
    left join catalogue.implementation_revision o on o.implementation_code = i.implementation_code and o.state in ('draft', 'submitted', 'approved')
    where ${reachOf(desk, 'i.')} and ${conditionsOf(query)} and ${start}
    order by i.implementation_code limit ${limit + 1}`.execute(desk.tx)
  const page = toPage(
    rows,
    limit,
    (row) => [row.implementationCode],
    (row) => row,
  )
  const names = await namesOf(desk.tx, page.items)
  return { ...page, items: page.items.map((row) => workOf(row, names)) }
}

function conditionsOf({ q, body, division, itemType, itemState, revisionState, behind }: WorkQuery) {
  const parts = [sql<SqlBool>`true`]
  if (q) parts.push(sql<SqlBool>`e.search_words @@ ${queryText(q).any}::tsquery`)
  if (body) parts.push(sql<SqlBool>`i.body_code = ${body}`)
  if (division) parts.push(sql<SqlBool>`i.division between ${divisionPrefix(division)} and ${divisionPrefix(division).padEnd(12, '9')}`)
  if (itemType) parts.push(sql<SqlBool>`e.item_type = ${itemType}`)
  if (itemState) parts.push(sql<SqlBool>`i.state = ${itemState}`)
  if (revisionState) parts.push(sql<SqlBool>`o.state = ${revisionState}`)
  if (behind !== undefined) parts.push(sql<SqlBool>`(i.directory_version < e.version) = ${behind}`)
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

/** What was never published has no name of its body yet: the organisation knows it. */
async function namesOf(tx: Tx, rows: readonly Row[]): Promise<Map<string, string>> {
  const codes = new Set(rows.filter((row) => row.currentBody === null).map((row) => row.bodyCode))
  const bodies = await Promise.all([...codes].map((code) => getBody(tx, code)))
  return new Map(bodies.map(({ code, name }) => [code, name]))
}

function workOf({ openId, openState, currentBody, version, ...row }: Row, names: ReadonlyMap<string, string>): ItemWork {
  return {
    ...row,
    ...(version ? { version } : {}),
    bodyName: currentBody ?? names.get(row.bodyCode) ?? '',
    ...(openId && openState ? { openRevision: { id: openId, state: openState } } : {}),
  }
}

/** Within reach of somebody with a part in it. @throws item.notFound */
export async function getWorkItem(desk: Desk, implementationCode: string, permissions?: readonly string[]): Promise<Item> {
  const row = await desk.tx
    .selectFrom('catalogue.implementation')
    .select(itemColumns)
    .where('implementation_code', '=', implementationCode)
    .where(reachOf(desk, '', permissions))
    .executeTakeFirst()
  if (!row) throw problem.notFound({ implementationCode })
  return present(row) as Item
}

/** The draft for its editor: with what is still in the way, and which elements are his. */
export async function getDraftDesk(desk: Desk, implementationCode: string): Promise<DraftDesk> {
  const item = await getWorkItem(desk, implementationCode)
  const revision = await getOpenRevision(desk.tx, implementationCode)
  const open = canOnRevision('change', revision.state)
  return {
    revision,
    itemState: item.state,
    findings: checkElements(revision.elements),
    mayChange: open ? fieldsOpenTo(desk.by, { ...item, everPublished: item.lastVersion > 0 }) : [],
  }
}

export interface ElementChangeNote {
  field: string
  before?: unknown
  after?: unknown
  by: string
  at: string
}

/** Every change of an element of the item, newest first (变化追踪). */
export async function listElementChanges(desk: Desk, implementationCode: string): Promise<ElementChangeNote[]> {
  await getWorkItem(desk, implementationCode)
  const rows = await desk.tx
    .selectFrom('catalogue.element_change as c')
    .innerJoin('catalogue.implementation_revision as r', 'r.id', 'c.revision_id')
    .select(['c.field', 'c.before', 'c.after', 'c.changed_by as by', 'c.changed_at as at'])
    .where('r.implementation_code', '=', implementationCode)
    .orderBy('c.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => present(row) as ElementChangeNote)
}
