import type { PaymentNotice } from '@yiwang/payments/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { api } from '../../api.ts'
import { ProblemAlert } from '../../acts/ProblemAlert.tsx'
import { useAct } from '../../acts/use-act.ts'
import { sayDay, sayMoment, sayYuan } from '../../dates.ts'
import { useMay } from '../../session/me.ts'
import { Icon } from '../../shell/Icon.tsx'
import { ReadFailed } from '../../shell/Failures.tsx'
import { t, tOf } from '../../words/index.ts'
import { caseKey } from '../case-query.ts'

const tones: Record<PaymentNotice['state'], string> = { due: 'amber', paid: 'green', cancelled: '', refunded: 'blue' }
const listed = (caseNumber: string) => ['/payments', { subjectKind: 'case', subjectKey: caseNumber }]

/** What is owed for the case and what was paid; the payer may scan the cashier's code here. Nothing is shown where nothing is charged. */
export function CasePayments({ caseNumber }: { caseNumber: string }) {
  const notices = useQuery({
    queryKey: listed(caseNumber),
    queryFn: ({ signal }) => api.get('/payments', { query: { subjectKind: 'case', subjectKey: caseNumber, limit: 50 }, signal }),
    // A payment comes from the platform, not from this page: as long as one is awaited it is looked for.
    refetchInterval: ({ state }) => (state.data?.items.some((notice) => notice.state === 'due') ? 5000 : false),
  })
  if (notices.error) return <ReadFailed error={notices.error} again={() => void notices.refetch()} />
  if (!notices.data || notices.data.items.length === 0) return null
  return (
    <section className="task-block">
      <h2>{t('casePayments.title')}</h2>
      <ul className="lines">
        {notices.data.items.map((notice) => (
          <Notice key={notice.number} notice={notice} caseNumber={caseNumber} />
        ))}
      </ul>
    </section>
  )
}

function Notice({ notice, caseNumber }: { notice: PaymentNotice; caseNumber: string }) {
  const { number, items, amountFen, refundedFen, state, dueOn, paidAt } = notice
  const may = useMay()
  return (
    <li className="case-payment">
      <span>
        <strong className="figures">{sayYuan(amountFen)}</strong> <span className={`tag ${tones[state]}`}>{tOf('payment', state)}</span>
        <small>
          {items.map(({ name }) => name).join('、')} · <span className="figures">{number}</span>
        </small>
        <small>
          {state === 'due' && t('casePayments.until', { day: sayDay(dueOn) })}
          {paidAt && t('casePayments.paid', { when: sayMoment(paidAt) })}
          {refundedFen > 0 && ` ${t('casePayments.refunded', { amount: sayYuan(refundedFen) })}`}
        </small>
      </span>
      {state === 'due' && may('payments.collect') && <Cashier number={number} caseNumber={caseNumber} />}
    </li>
  )
}

/** The cashier of the public payment platform as a code to scan; the money never goes through the clerk's hands. */
function Cashier({ number, caseNumber }: { number: string; caseNumber: string }) {
  const open = useAct({
    send: (_: null, idempotencyKey) => api.post('/payments/{number}/order', { path: { number }, idempotencyKey }),
    changes: [listed(caseNumber), caseKey(caseNumber)],
  })
  if (open.data) {
    return (
      <figure className="cashier">
        <QRCode type="svg" value={open.data.cashierUrl} size={148} bordered={false} />
        <figcaption>
          {t('casePayments.scan')}{' '}
          <a href={open.data.cashierUrl} target="_blank" rel="noreferrer">
            {t('casePayments.open')}
          </a>
        </figcaption>
      </figure>
    )
  }
  return (
    <span>
      {open.error && <ProblemAlert error={open.error} />}
      <Button icon={<Icon name="qr" size={18} />} loading={open.isPending} onClick={() => open.mutate(null)}>
        {t('casePayments.collect')}
      </Button>
    </span>
  )
}
