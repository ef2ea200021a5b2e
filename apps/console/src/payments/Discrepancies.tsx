import type { Discrepancy } from '@yiwang/payments/contract'
import { useState } from 'react'
import { sayMoment, sayYuan } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useAddress } from '../lists/use-address.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { OneDiscrepancy } from './OneDiscrepancy.tsx'
import { PaymentTabs } from './PaymentTabs.tsx'

const states = ['open', 'mended'] as const

/** Money that needs a hand (资金差错): what the platform refused, left unanswered, or says against our books. */
export function Discrepancies() {
  const { values, set } = useAddress(['state'])
  const [open, setOpen] = useState<Discrepancy>()
  const shown = values.state === 'mended' ? 'mended' : 'open'
  return (
    <Behind anyOf={['payments.mend']}>
      <PaymentTabs />
      <PagedList
        path="/payments/discrepancies"
        query={{ state: shown }}
        label={t('discrepancy.title')}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setOpen}
        tools={
          <div className="chips" role="group" aria-label={t('payments.state')}>
            {states.map((state) => (
              <button key={state} type="button" className="chip" aria-pressed={shown === state} onClick={() => set({ state })}>
                {tOf('discrepancyState', state)}
              </button>
            ))}
          </div>
        }
        empty={<Empty icon="card" title={t(`discrepancy.none.${shown}`)} text={t('discrepancy.noneText')} />}
      />
      <SideForm title={open ? tOf('discrepancy.kind', open.kind) : ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneDiscrepancy discrepancy={open} onDone={() => setOpen(undefined)} />}
      </SideForm>
    </Behind>
  )
}

const columns: Column<Discrepancy>[] = [
  {
    key: 'kind',
    title: t('discrepancy.what'),
    main: true,
    cell: ({ kind, payerName, about }) => (
      <>
        <span className="list-main">
          {tOf('discrepancy.kind', kind)}
          {payerName && ` · ${payerName}`}
        </span>
        <span className="list-sub figures">{about}</span>
      </>
    ),
  },
  { key: 'why', title: t('discrepancy.why'), wide: true, cell: ({ why }) => why },
  {
    key: 'amount',
    title: t('payments.amount'),
    number: true,
    width: 130,
    cell: ({ amountFen }) => (amountFen === undefined ? '' : sayYuan(amountFen)),
  },
  {
    key: 'state',
    title: t('payments.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${state === 'open' ? 'amber' : 'green'}`}>{tOf('discrepancyState', state)}</span>,
  },
  {
    key: 'raised',
    title: t('discrepancy.raised'),
    width: 150,
    wide: true,
    cell: ({ raisedAt }) => <span className="figures quiet">{sayMoment(raisedAt)}</span>,
  },
]
