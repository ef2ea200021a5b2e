import type { Discrepancy, MendInput } from '@yiwang/payments/contract'
import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment, sayYuan } from '../dates.ts'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'

interface Shape {
  discrepancy: Discrepancy
  onDone: () => void
}

/** What happened, in the platform's own words, and what can be done about it: asked again, or cleared up past the platform with a voucher. */
export function OneDiscrepancy({ discrepancy, onDone }: Shape) {
  const { kind, about, subject, payerName, amountFen, refundReason, why, raisedAt, toldAt, times, state } = discrepancy
  return (
    <>
      <p className="notice amber">{tOf('discrepancy.means', kind)}</p>
      <Facts
        of={[
          [t('discrepancy.about'), about],
          [t('discrepancy.why'), why],
          [t('payments.amount'), amountFen === undefined ? undefined : sayYuan(amountFen)],
          [t('payments.payer'), payerName],
          [t('payments.case'), subject?.kind === 'case' ? <Link to={`/cases/${subject.key}`}>{subject.key}</Link> : subject?.key],
          [t('discrepancy.refundReason'), refundReason],
          [t('discrepancy.raised'), sayMoment(raisedAt)],
          [t('discrepancy.toldAgain'), times > 1 ? t('discrepancy.times', { count: times, when: sayMoment(toldAt) }) : undefined],
        ]}
      />
      {state === 'open' ? <Mend discrepancy={discrepancy} onDone={onDone} /> : <Mended discrepancy={discrepancy} />}
    </>
  )
}

/** Who mended it, how, and by which voucher (处理留痕). */
function Mended({ discrepancy: { mendedAt, mendedBy, mendedHow, reason, reference } }: { discrepancy: Discrepancy }) {
  return (
    <>
      <h2 className="side-head">{t('discrepancy.mended')}</h2>
      <Facts
        of={[
          [t('discrepancy.how'), mendedHow && tOf('discrepancyHow', mendedHow)],
          [t('discrepancy.by'), mendedBy],
          [t('discrepancy.at'), mendedAt && sayMoment(mendedAt)],
          [t('field.reason'), reason],
          [t('discrepancy.reference'), reference],
        ]}
      />
    </>
  )
}

const listed = ['/payments/discrepancies']
/** There is an order or a refund of ours to ask about. */
const canAsk = ({ kind, noticeNumber }: Discrepancy) => noticeNumber !== undefined && kind !== 'refundContradicted'

function Mend({ discrepancy, onDone }: Shape) {
  const { id, kind } = discrepancy
  const ask = useAct({
    send: (_: null, idempotencyKey) => api.post('/payments/discrepancies/{id}/asking', { path: { id }, idempotencyKey }),
    changes: [listed, ['/payments']],
    onDone,
  })
  const mend = useAct({
    send: (body: MendInput, idempotencyKey) => api.post('/payments/discrepancies/{id}/mending', { path: { id }, body, idempotencyKey }),
    changes: [listed, ['/payments']],
    onDone,
  })
  const refund = kind === 'refundRefused' || kind === 'refundUnanswered'
  return (
    <>
      {canAsk(discrepancy) && (
        <>
          <h2 className="side-head">{t('discrepancy.ask')}</h2>
          {ask.error && <ProblemAlert error={ask.error} />}
          <p className="quiet">{t(refund ? 'discrepancy.askRefundText' : 'discrepancy.askOrderText')}</p>
          <Button type="primary" onClick={() => ask.mutate(null)} loading={ask.isPending}>
            {t('discrepancy.ask')}
          </Button>
        </>
      )}
      <h2 className="side-head">{t('discrepancy.otherwise')}</h2>
      <p className="quiet">{t(refund ? 'discrepancy.otherwiseRefundText' : 'discrepancy.otherwiseText')}</p>
      <ActForm<MendInput>
        submitLabel={t('discrepancy.otherwiseDo')}
        error={mend.error}
        busy={mend.isPending}
        onSubmit={({ reason, reference }) => mend.mutate({ reason: reason.trim(), reference: reference.trim() })}
      >
        <Form.Item
          name="reference"
          label={t('discrepancy.reference')}
          extra={t('discrepancy.referenceHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('discrepancy.referenceNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('field.reasonNeeded') }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </ActForm>
    </>
  )
}
