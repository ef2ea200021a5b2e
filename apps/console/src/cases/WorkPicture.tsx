import { useQuery } from '@tanstack/react-query'
import type { WorkOverview } from '@yiwang/cases/contract'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { sayDay } from '../dates.ts'
import { language, t, tOf } from '../words/index.ts'
import { workLists } from './work-lists.ts'
import { nextWorkdays, useRestDays, useToday } from './workdays.ts'

/** 在办概览: where the work lies and when it falls due, to be taken in at a glance; nothing when nothing is open. */
export function WorkPicture() {
  const { data } = useQuery({ queryKey: ['/cases', 'overview'], queryFn: () => api.get('/cases/overview'), staleTime: 30_000 })
  if (!data || data.stages.length === 0) return null
  return (
    <div className="pictures">
      <Stages of={data} />
      <DueDays of={data} />
    </div>
  )
}

const staged = workLists.filter(({ query }) => query.state !== undefined && query.state !== 'delivered')

/** One bar a stage: what is late in red, what is due soon in amber, each with its number in words. */
function Stages({ of: { stages, more } }: { of: WorkOverview }) {
  const longest = Math.max(...stages.map(({ count }) => count))
  const late = stages.reduce((sum, one) => sum + one.late, 0)
  return (
    <section className="picture" aria-labelledby="by-stage">
      <h2 id="by-stage">{late > 0 ? t('picture.late', { late }) : t('picture.noneLate')}</h2>
      <ul className="bars">
        {staged.map(({ key, query }) => {
          const { count = 0, late: red = 0, near: amber = 0 } = stages.find(({ state }) => state === query.state) ?? {}
          return (
            <li key={key} className={count === 0 ? 'nothing' : ''}>
              <Link to={`/?list=${key}`}>
                <span className="bar-name">{tOf('work', key)}</span>
                <span className="bar" aria-hidden="true">
                  <Part part={red} of={longest} tone="late" />
                  <Part part={amber} of={longest} tone="near" />
                  <Part part={count - red - amber} of={longest} tone="calm" />
                </span>
                <span className="bar-count figures">{count}</span>
                <span className="bar-note">
                  {[red > 0 && t('picture.redPart', { count: red }), amber > 0 && t('picture.amberPart', { count: amber })]
                    .filter(Boolean)
                    .join('，')}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {more && <p className="quiet small">{t('picture.more')}</p>}
    </section>
  )
}

const Part = ({ part, of, tone }: { part: number; of: number; tone: string }) =>
  part > 0 ? <span className={tone} style={{ width: `${(part / of) * 100}%` }} /> : null

/** A column a workday, from today on; what is due on a day off stands with the workday before. */
function DueDays({ of: { due } }: { of: WorkOverview }) {
  const [today, rest] = [useToday(), useRestDays()]
  const days = nextWorkdays(today, 10, rest)
  const countOn = (index: number) =>
    due
      .filter(({ day }) => day >= (days[index] ?? '') && (days[index + 1] === undefined ? day === days[index] : day < days[index + 1]!))
      .reduce((sum, { count }) => sum + count, 0)
  const counts = days.map((_, index) => countOn(index))
  const highest = Math.max(0, ...counts)
  const soon = (counts[0] ?? 0) + (counts[1] ?? 0)
  return (
    <section className={highest > 0 ? 'picture' : 'picture nothing'} aria-labelledby="by-day">
      <h2 id="by-day">{soon > 0 ? t('picture.soon', { soon }) : t('picture.noneSoon')}</h2>
      <ol className="columns">
        {days.map((day, index) => {
          const count = counts[index] ?? 0
          return (
            <li key={day} title={sayDay(day)} className={index < 2 ? 'near' : 'calm'}>
              <span className="figures">{count > 0 ? count : ''}</span>
              <span className="column" style={{ height: `${Math.round((count / Math.max(1, highest)) * 110)}px` }} aria-hidden="true" />
              <small className="figures">{index === 0 ? t('date.today') : shortDay(day)}</small>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return language() === 'en' ? `${date}/${month}` : `${month}.${date}`
}
