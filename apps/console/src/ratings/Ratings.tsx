import type { BadRating } from '@yiwang/interaction/contract'
import { useState } from 'react'
import { sayLeft } from '../cases/Urgency.tsx'
import { useRestDays, useToday, workdaysLeft, type RestDays } from '../cases/workdays.ts'
import { sayDay } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useAddress } from '../lists/use-address.ts'
import { Behind } from '../shell/Behind.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { OneRating } from './OneRating.tsx'
import { Score } from './Score.tsx'

const states = ['open', 'assigned', 'answered'] as const
const tones: Record<BadRating['state'], string> = { open: 'amber', assigned: 'blue', answered: 'green' }

/** Bad ratings (差评) in the own reach and what becomes of each: sorted, given to a body, answered; the most urgent first. */
export function Ratings() {
  const { values, set } = useAddress(['state', 'overdue'])
  const [open, setOpen] = useState<BadRating>()
  const [today, rest] = [useToday(), useRestDays()]
  const state = states.find((one) => one === values.state)
  return (
    <Behind anyOf={['interaction.lookRatings']}>
      <PagedList
        path="/bad-ratings"
        query={{ state, overdue: values.overdue === 'true' ? true : undefined }}
        label={t('page.ratings')}
        columns={columnsWith(today, rest)}
        keyOf={({ caseNumber }) => caseNumber}
        onOpen={setOpen}
        tools={
          <div className="chips" role="group" aria-label={t('ratings.state')}>
            {states.map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={state === one}
                onClick={() => set({ state: state === one ? undefined : one })}
              >
                {tOf('followUp', one)}
              </button>
            ))}
            <button
              type="button"
              className="chip"
              aria-pressed={values.overdue === 'true'}
              onClick={() => set({ overdue: values.overdue === 'true' ? undefined : 'true' })}
            >
              {t('ratings.overdue')}
            </button>
          </div>
        }
        empty={<Empty icon="star" title={t('ratings.none')} text={t('ratings.noneText')} />}
      />
      <SideForm title={t('ratings.one')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneRating rating={open} onDone={setOpen} />}
      </SideForm>
    </Behind>
  )
}

function columnsWith(today: string, rest: RestDays | undefined): Column<BadRating>[] {
  return [
    { key: 'due', title: t('ratings.due'), width: 168, cell: (rating) => <Due rating={rating} today={today} rest={rest} /> },
    {
      key: 'said',
      title: t('ratings.said'),
      main: true,
      cell: ({ itemName, comment, caseNumber }) => (
        <>
          <span className="list-main">{comment}</span>
          <span className="list-sub">
            {itemName} · <span className="figures">{caseNumber}</span>
          </span>
        </>
      ),
    },
    { key: 'score', title: t('ratings.score'), width: 140, cell: ({ score }) => <Score score={score} /> },
    { key: 'body', title: t('ratings.body'), width: '22%', wide: true, cell: ({ bodyCode }) => <BodyName code={bodyCode} /> },
    {
      key: 'state',
      title: t('ratings.state'),
      width: 120,
      cell: ({ state }) => <span className={`tag ${tones[state]}`}>{tOf('followUp', state)}</span>,
    },
  ]
}

/** How pressing the answer is; once it came, whether it came in time. */
function Due({ rating, today, rest }: { rating: BadRating; today: string; rest: RestDays | undefined }) {
  const { dueOn, state, overdue } = rating
  const left = rest && workdaysLeft(dueOn, today, rest)
  const answered = state === 'answered'
  const tone = overdue ? 'late' : answered ? 'none' : left !== undefined && left <= 2 ? 'near' : 'inTime'
  return (
    <span className={`urgency ${tone}`}>
      <Icon name={tone === 'late' ? 'error' : tone === 'near' ? 'warning' : answered ? 'done' : 'clock'} size={20} />
      <span>
        <strong>{answered ? t(overdue ? 'ratings.answeredLate' : 'ratings.answeredInTime') : sayLeft(left, dueOn)}</strong>
        <small className="figures">{sayDay(dueOn)}</small>
      </span>
    </span>
  )
}
