import { beyond, keyOf, present, toPage, within, type Desk, type Page } from '@yiwang/kernel'
import type { CaseLine, WorkQuery } from './contract.ts'
import { sql, type SqlBool } from 'kysely'
import { applicantIndex } from './case-people.ts'
import { daysOf, type Days } from './near-day.ts'
import { nothingDue, urgencyOf } from './urgency.ts'
import type {} from './generated/tables.ts'

const lineColumns = [
  'c.case_number as caseNumber',
  'c.implementation_code as implementationCode',
  'c.item_name as itemName',
  'c.body_code as bodyCode',
  'c.body_name as bodyName',
  'c.division',
  'c.state',
  'c.decision',
  'c.handling',
  'c.online_mode as onlineMode',
  'c.channel',
  'c.applicant_name as applicantName',
  'c.submitted_at as submittedAt',
  'c.since',
  'c.committed_due as committedDue',
  'c.next_due as nextDue',
] as const

const scope = { body: 'c.body_code', division: 'c.division', item: 'c.implementation_code' } as const

/** As the index `case_open` has them: where something is still to be done. */
const openStates = ['submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed'] as const

const lines = ({ tx }: Desk) => tx.selectFrom('cases.service_case as c').select(lineColumns)
type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function toLine(row: LineRow, { today, near }: Days): CaseLine {
  const { nextDue, ...line } = present(row) as CaseLine & { nextDue: string }
  const due = nextDue === nothingDue ? {} : { nextDue }
  return { ...line, ...due, urgency: urgencyOf({ state: line.state, nextDue }, today, near) }
}

/** A result is shown to the applicant once the case is completed (R5A-232). */
function ownLine(row: LineRow, days: Days): CaseLine {
  const { decision, ...line } = toLine(row, days)
  const shown = decision !== undefined && ['completed', 'delivered', 'archived'].includes(line.state)
  return shown ? { ...line, decision } : line
}

interface Paging {
  after?: string
  limit?: number
}

const newestFirst = (row: LineRow) => [row.submittedAt, row.caseNumber]
const urgentFirst = (row: LineRow) => [row.nextDue, row.caseNumber]
const newestKey = ['c.submitted_at', 'c.case_number'] as const
const urgentKey = ['c.next_due', 'c.case_number'] as const

/** The caller's own cases (已办件列表), newest first. */
export async function listMyCases(desk: Desk, { after, limit = 20 }: Paging): Promise<Page<CaseLine>> {
  let query = lines(desk).where('c.account_id', '=', desk.by.id)
  if (after) query = query.where(beyond(newestKey, keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('c.submitted_at', 'desc')
    .orderBy('c.case_number', 'desc')
    .limit(limit + 1)
    .execute()
  const days = await daysOf(desk)
  return toPage(rows, limit, newestFirst, (row) => ownLine(row, days))
}

/** A work list (待办, 办件列表) of what the caller may look at: the most urgent first, or the newest. */
export async function listCases(desk: Desk, wanted: WorkQuery): Promise<Page<CaseLine>> {
  const { order = 'urgent', after, limit = 20 } = wanted
  const days = await daysOf(desk)
  const urgent = order === 'urgent'
  let query = filtered(desk, wanted, days)
  if (after) query = query.where(beyond(urgent ? urgentKey : newestKey, keyOf(after, 2), urgent ? 'asc' : 'desc'))
  query = urgent
    ? query.orderBy('c.next_due').orderBy('c.case_number')
    : query.orderBy('c.submitted_at', 'desc').orderBy('c.case_number', 'desc')
  const rows = await query.limit(limit + 1).execute()
  return toPage(rows, limit, urgent ? urgentFirst : newestFirst, (row) => toLine(row, days))
}

function filtered(desk: Desk, { state, urgency, mine, waitsFor, item }: WorkQuery, { today, near }: Days) {
  let query = lines(desk).where(within(desk.by, 'cases.look', scope))
  query = state === undefined ? query.where('c.state', 'in', [...openStates]) : query.where('c.state', '=', state)
  if (item !== undefined) query = query.where('c.implementation_code', '=', item)
  if (urgency === 'late') query = query.where('c.next_due', '<', today)
  if (urgency === 'near') query = query.where('c.next_due', '>=', today).where('c.next_due', '<=', near)
  if (waitsFor !== undefined) query = query.where(waitsFor === 'decision' ? awaitsDecision(desk) : awaitsAnswer(desk))
  if (mine !== true) return query
  return query.where((where) =>
    where.exists(
      where
        .selectFrom('cases.flow_task as f')
        .select('f.id')
        .whereRef('f.case_number', '=', 'c.case_number')
        .where('f.claimed_by', '=', desk.by.id)
        .where('f.closed_at', 'is', null),
    ),
  )
}

/** Accepted, examined to the end, and the caller may decide it (待决定). */
const awaitsDecision = ({ by }: Desk) =>
  sql<SqlBool>`(c.state = 'accepted' and ${within(by, 'cases.decide', scope)}
    and (exists (select 1 from cases.flow f where f.case_number = c.case_number and f.ended_at is not null)
      or not exists (select 1 from cases.flow f where f.case_number = c.case_number)
        and (c.handling = 'instant' or exists (select 1 from cases.step s where s.case_number = c.case_number and s.act = 'noteExamination'))))`

/** An examiner asked for more time or for an end, or the counter found originals that do not agree; and the caller may answer. */
const awaitsAnswer = ({ by }: Desk) =>
  sql<SqlBool>`(c.state = 'completed' and ${within(by, 'cases.rescind', scope)} and exists (select 1 from cases.material m
    where m.case_number = c.case_number and m.replaced_at is null and m.original_checked_at is null and m.objection is not null)
    or c.state in ('accepted', 'suspended') and exists (select 1 from cases.approval_request r
    where r.case_number = c.case_number and r.decided_at is null
      and case r.kind when 'extension' then ${within(by, 'cases.grantExtension', scope)} else ${within(by, 'cases.abort', scope)} end))`

/** What somebody has under way here, found at the counter by the number of his document (R5B-053, R5B-070). */
export async function listCasesOf(
  desk: Desk,
  { kind, number }: { kind: 'person' | 'organisation'; number: string },
  { after, limit = 20 }: Paging,
): Promise<Page<CaseLine>> {
  let query = lines(desk)
    .where('c.applicant_index', '=', applicantIndex(desk.settings, kind, number))
    .where(within(desk.by, 'cases.look', scope))
  if (after) query = query.where(beyond(newestKey, keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('c.submitted_at', 'desc')
    .orderBy('c.case_number', 'desc')
    .limit(limit + 1)
    .execute()
  const days = await daysOf(desk)
  return toPage(rows, limit, newestFirst, (row) => toLine(row, days))
}
