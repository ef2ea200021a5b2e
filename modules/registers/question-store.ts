import { beyond, indexOf, keyOf, newId, toPage, within, type Act, type Desk, type Page } from '@yiwang/kernel'
import type { Register, RegisterQuestion } from './contract.ts'
import type {} from './generated/tables.ts'

export interface NewQuestion {
  register: Register
  kind: 'verify' | 'query'
  subject: { key: string; masked: string }
  purpose: string
  outcome: string
}

export async function insertQuestion(act: Act, { register, kind, subject, purpose, outcome }: NewQuestion): Promise<void> {
  await act.tx
    .insertInto('registers.question')
    .values({
      id: newId(),
      register,
      kind,
      purpose,
      subject_index: indexOf(act.settings, 'holder-number', subject.key),
      subject_masked: subject.masked,
      asker_kind: act.by.kind,
      asker_id: act.by.id,
      asker_body: act.by.body ?? null,
      outcome,
      asked_at: act.now,
    })
    .execute()
}

interface Paging {
  after?: string
  limit?: number
}

/** Everything that was asked about one subject, newest first. */
export async function listQuestionsAbout(desk: Desk, subjectKey: string, { after, limit = 20 }: Paging): Promise<Page<RegisterQuestion>> {
  let query = desk.tx
    .selectFrom('registers.question')
    .selectAll()
    .where('subject_index', '=', indexOf(desk.settings, 'holder-number', subjectKey))
  if (after) query = query.where(beyond(['asked_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.asked_at, row.id], toQuestion)
}

/** What the bodies within the caller's scope asked, newest first. */
export async function listQuestions(desk: Desk, { after, limit = 20 }: Paging): Promise<Page<RegisterQuestion>> {
  let query = desk.tx
    .selectFrom('registers.question')
    .selectAll()
    .where(within(desk.by, 'registers.look', { body: 'asker_body' }))
  if (after) query = query.where(beyond(['asked_at', 'id'], keyOf(after, 2), 'desc'))
  const rows = await query
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, (row) => [row.asked_at, row.id], toQuestion)
}

interface QuestionColumns {
  id: string
  register: string
  kind: string
  purpose: string
  subject_masked: string
  asker_kind: string
  asker_body: string | null
  outcome: string
  asked_at: string
}
function toQuestion(row: QuestionColumns): RegisterQuestion {
  return {
    id: row.id,
    register: row.register as Register,
    kind: row.kind as 'verify' | 'query',
    purpose: row.purpose,
    subject: row.subject_masked,
    asker: row.asker_body ?? (row.asker_kind === 'staff' ? '工作人员' : '本人'),
    outcome: row.outcome,
    askedAt: row.asked_at,
  }
}
