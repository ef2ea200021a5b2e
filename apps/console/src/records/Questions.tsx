import type { RegisterQuestion } from '@yiwang/registers/contract'
import { sayMoment } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { t, tOf } from '../words/index.ts'
import { RecordTabs } from './RecordTabs.tsx'

/** Who asked which base register about whom, and what for. */
export function Questions() {
  return (
    <Behind anyOf={['registers.look']}>
      <RecordTabs />
      <PagedList
        path="/register-questions"
        label={t('records.questions')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty icon="shield" title={t('records.noQuestions')} text={t('records.noQuestionsText')} />}
      />
    </Behind>
  )
}

const columns: Column<RegisterQuestion>[] = [
  {
    key: 'purpose',
    title: t('records.purpose'),
    main: true,
    cell: ({ purpose, register, kind }) => (
      <>
        <span className="list-main">{purpose}</span>
        <span className="list-sub">
          {tOf('register', register)} · {tOf('question', kind)}
        </span>
      </>
    ),
  },
  { key: 'subject', title: t('records.subject'), cell: ({ subject }) => <span className="figures">{subject}</span> },
  { key: 'asker', title: t('records.asker'), cell: ({ asker }) => asker },
  { key: 'outcome', title: t('records.outcome'), width: 130, cell: ({ outcome }) => tOf('outcome', outcome) },
  {
    key: 'at',
    title: t('records.at'),
    width: 150,
    wide: true,
    cell: ({ askedAt }) => <span className="figures quiet">{sayMoment(askedAt)}</span>,
  },
]
