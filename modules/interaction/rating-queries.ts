import { beyond, keyOf, toPage, within, type Desk, type Page, type Tx } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { sql } from 'kysely'
import type { BadRating, BadRatingQuery, ItemRatings, Rating } from './contract.ts'
import { columns, joined, toBadRating } from './rating-store.ts'

/** Bad ratings of the bodies and divisions in reach, the most urgent first. */
export async function listBadRatings(desk: Desk, { after, limit = 20, state, overdue }: BadRatingQuery): Promise<Page<BadRating>> {
  let query = joined(desk.tx)
    .select(columns)
    .where('f.case_number', 'is not', null)
    .where(within(desk.by, 'interaction.lookRatings', { body: 'f.body_code', division: 'f.division' }))
  if (state) query = query.where('f.state', '=', state)
  if (overdue) query = query.where('f.state', '<>', 'answered').where('f.due_on', '<', legalDay(desk.now))
  if (after) query = query.where(beyond(['f.due_on', 'f.case_number'], keyOf(after, 2), 'asc'))
  const rows = await query
    .orderBy('f.due_on')
    .orderBy('f.case_number')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.dueOn ?? '', row.caseNumber],
    (row) => toBadRating(desk, row),
  )
}

/** How an item is rated: counts only. */
export async function ratingsOfItem(tx: Tx, implementationCode: string): Promise<ItemRatings> {
  const rows = await tx
    .selectFrom('interaction.rating')
    .select(['score', (build) => build.fn.countAll<number>().as('count')])
    .where('implementation_code', '=', implementationCode)
    .groupBy('score')
    .execute()
  const scores = [5, 4, 3, 2, 1].map((score) => ({ score, count: Number(rows.find((row) => row.score === score)?.count ?? 0) }))
  const count = scores.reduce((sum, one) => sum + one.count, 0)
  const total = scores.reduce((sum, one) => sum + one.score * one.count, 0)
  const average = count === 0 ? {} : { average: Math.round((total / count) * 100) / 100 }
  return { implementationCode, count, ...average, scores, tags: await tagsOfItem(tx, implementationCode) }
}

async function tagsOfItem(tx: Tx, implementationCode: string): Promise<ItemRatings['tags']> {
  const { rows } = await sql<{ tag: Rating['tags'][number]; count: number }>`select tag, count(*) as count
    from interaction.rating, unnest(tags) as tag where implementation_code = ${implementationCode}
    group by tag order by count desc, tag limit 30`.execute(tx)
  return rows
}
