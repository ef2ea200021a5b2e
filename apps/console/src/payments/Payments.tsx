import type { PaymentNotice, RefundInput } from '@yiwang/payments/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayDay, sayMoment, sayYuan } from '../dates.ts'
import { MoneyInput } from '../forms/MoneyInput.tsx'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Facts } from '../shell/Facts.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { PaymentTabs } from './PaymentTabs.tsx'

const tones: Record<PaymentNotice['state'], string> = { due: 'amber', paid: 'green', cancelled: '', refunded: 'blue' }

/** Payment notices (缴款单) of the own reach, and giving money back. */
export function Payments() {
  const [open, setOpen] = useState<PaymentNotice>()
  return (
    <Behind anyOf={['payments.look']}>
      <PaymentTabs />
      <PagedList
        path="/payments"
        label={t('page.payments')}
        columns={columns}
        keyOf={({ number }) => number}
        onOpen={setOpen}
        empty={<Empty icon="card" title={t('payments.none')} text={t('payments.noneText')} />}
      />
      <SideForm title={t('payments.notice')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <Notice notice={open} onDone={() => setOpen(undefined)} />}
      </SideForm>
    </Behind>
  )
}

const columns: Column<PaymentNotice>[] = [
  {
    key: 'payer',
    title: t('payments.payer'),
    main: true,
    cell: ({ payerName, number }) => (
      <>
        <span className="list-main">{payerName}</span>
        <span className="list-sub figures">{number}</span>
      </>
    ),
  },
  { key: 'items', title: t('payments.items'), wide: true, cell: ({ items }) => items.map(({ name }) => name).join('、') },
  { key: 'amount', title: t('payments.amount'), number: true, width: 130, cell: ({ amountFen }) => sayYuan(amountFen) },
  {
    key: 'state',
    title: t('payments.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${tones[state]}`}>{tOf('payment', state)}</span>,
  },
  {
    key: 'issued',
    title: t('payments.issued'),
    width: 150,
    wide: true,
    cell: ({ issuedAt }) => <span className="figures quiet">{sayMoment(issuedAt)}</span>,
  },
]

function Notice({ notice, onDone }: { notice: PaymentNotice; onDone: () => void }) {
  const may = useMay()
  const { number, subject, items, amountFen, refundedFen, state, dueOn, paidAt, payerName } = notice
  return (
    <>
      <Facts
        of={[
          [t('payments.number'), number],
          [t('payments.payer'), payerName],
          [t('payments.case'), subject.kind === 'case' ? <Link to={`/cases/${subject.key}`}>{subject.key}</Link> : subject.key],
          ...items.map((item) => [item.name, sayYuan(item.amountFen)] as const),
          [t('payments.amount'), sayYuan(amountFen)],
          [t('payments.refunded'), refundedFen > 0 ? sayYuan(refundedFen) : undefined],
          [t('payments.state'), tOf('payment', state)],
          [t('payments.due'), state === 'due' ? sayDay(dueOn) : undefined],
          [t('payments.paid'), paidAt ? sayMoment(paidAt) : undefined],
        ]}
      />
      {may('payments.refund') && state === 'paid' && <Refund notice={notice} onDone={onDone} />}
    </>
  )
}

function Refund({ notice: { number, amountFen, refundedFen }, onDone }: { notice: PaymentNotice; onDone: () => void }) {
  const most = amountFen - refundedFen
  const refund = useAct({
    send: (body: RefundInput, idempotencyKey) => api.post('/payments/{number}/refunds', { path: { number }, body, idempotencyKey }),
    changes: [['/payments']],
    onDone,
  })
  return (
    <>
      <h2 className="side-head">{t('payments.refund')}</h2>
      <ActForm<RefundInput>
        submitLabel={t('payments.refund')}
        danger
        error={refund.error}
        busy={refund.isPending}
        initialValues={{ amountFen: most }}
        onSubmit={({ amountFen: fen, reason }) => refund.mutate({ amountFen: fen, reason: reason.trim() })}
      >
        <Form.Item
          name="amountFen"
          label={t('payments.refundAmount')}
          extra={t('payments.refundMost', { amount: sayYuan(most) })}
          rules={[{ required: true, type: 'number', min: 1, max: most, message: t('payments.refundWrong', { amount: sayYuan(most) }) }]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </ActForm>
    </>
  )
}
