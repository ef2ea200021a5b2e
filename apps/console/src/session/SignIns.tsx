import type { SignInLine } from '@yiwang/identity/contract'
import { sayMoment } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { Empty } from '../shell/Empty.tsx'
import { t, tOf } from '../words/index.ts'

/** When and from where somebody signed in, or tried to, under my name (登录记录). */
export function SignIns() {
  return (
    <PagedList
      path="/me/sign-ins"
      label={t('account.signIns')}
      columns={columns}
      keyOf={({ id }) => id}
      compact
      empty={<Empty icon="shield" title={t('account.noSignIns')} text={t('account.noSignInsText')} />}
    />
  )
}

const columns: Column<SignInLine>[] = [
  { key: 'device', title: t('account.device'), main: true, cell: ({ device }) => <span className="list-main">{device}</span> },
  {
    key: 'outcome',
    title: t('account.outcome'),
    width: 120,
    cell: ({ outcome }) => <span className={outcome === 'signedIn' ? 'tag green' : 'tag red'}>{tOf('signInOutcome', outcome)}</span>,
  },
  { key: 'at', title: t('account.at'), width: 170, cell: ({ at }) => <span className="figures quiet">{sayMoment(at)}</span> },
]
