import { useQuery } from '@tanstack/react-query'
import type { WholeLicence } from '@yiwang/licences/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { PaperDialog } from '../cases/papers/PaperDialog.tsx'
import { sayDay, sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { Facts } from '../shell/Facts.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'
import { licenceSteps, notNow, type LicenceStep, type LicenceStepPath } from './licence-acts.ts'

/** One licence: face, file, history, and what can be done to it. */
export function OneLicence({ identifier }: { identifier: string }) {
  const licence = useQuery({
    queryKey: ['licence', identifier],
    queryFn: () => api.get('/licences/{identifier}', { path: { identifier } }),
  })
  return (
    <Read query={licence} rows={6}>
      {(found) => <Whole licence={found} />}
    </Read>
  )
}

function Whole({ licence }: { licence: WholeLicence }) {
  const [open, setOpen] = useState(false)
  const may = useMay()
  const path = `/licences/${encodeURIComponent(licence.identifier)}/content`
  return (
    <>
      <Facts
        of={[
          [t('accounts.state'), tOf('licenceState', licence.state)],
          [t('licences.number'), licence.number],
          [t('licences.holder'), `${licence.holderName}　${licence.holderNumber}`],
          [t('licences.issuer'), licence.issuerName],
          [t('licences.issuedOn'), sayDay(licence.issuedOn)],
          [t('licences.until'), licence.validUntil ? sayDay(licence.validUntil) : t('licences.lasting')],
          ...licence.face.map(({ label, value }) => [label, value] as const),
          [
            t('payments.case'),
            licence.subject?.kind === 'case' ? <Link to={`/cases/${licence.subject.key}`}>{licence.subject.key}</Link> : undefined,
          ],
          [t('licences.identifier'), licence.identifier],
        ]}
      />
      <div className="card-foot">
        <Button icon={<Icon name="licence" size={18} />} disabled={!licence.made} onClick={() => setOpen(true)}>
          {t(licence.made ? 'licences.open' : 'licences.making')}
        </Button>
      </div>
      {may('licences.manage') && <Steps licence={licence} />}
      <h2 className="side-head">{t('licences.history')}</h2>
      <ol className="history">
        {[...licence.history].reverse().map(({ sequence, change, reason, changedAt, state }) => (
          <li key={sequence}>
            <p>
              <strong>{tOf('licenceChange', change)}</strong> <span className="tag">{tOf('licenceState', state)}</span>
            </p>
            <small className="quiet">{sayMoment(changedAt)}</small>
            {reason && <blockquote>{reason}</blockquote>}
          </li>
        ))}
      </ol>
      <PaperDialog
        sheet={open ? { key: licence.identifier, title: `${licence.typeName} ${licence.number}`, path } : undefined}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

function Steps({ licence: { identifier, state } }: { licence: WholeLicence }) {
  const [open, setOpen] = useState<LicenceStep>()
  const act = useAct({
    send: ({ path, reason }: { path: LicenceStepPath; reason: string }, idempotencyKey) =>
      api.post(`/licences/{identifier}/${path}`, { path: { identifier }, body: { reason }, idempotencyKey }),
    changes: [['licence', identifier], ['/licences']],
    onDone: () => setOpen(undefined),
  })
  if (open) {
    return (
      <div className="seal-steps">
        <ActForm<{ reason: string }>
          submitLabel={tOf('licenceAct', open.act)}
          danger={open.danger ?? false}
          error={act.error}
          busy={act.isPending}
          onCancel={() => setOpen(undefined)}
          onSubmit={({ reason }) => act.mutate({ path: open.path, reason: reason.trim() })}
        >
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
          </Form.Item>
        </ActForm>
      </div>
    )
  }
  return (
    <ul className="lines seal-steps">
      {licenceSteps.map((step) => {
        const reason = notNow(step.act, state)
        return (
          <li key={step.act}>
            <span>
              {tOf('licenceAct', step.act)}
              {reason && <small id={`not-${step.act}`}>{reason}</small>}
            </span>
            <Button
              danger={step.danger ?? false}
              disabled={reason !== undefined}
              aria-describedby={reason ? `not-${step.act}` : undefined}
              onClick={() => setOpen(step)}
            >
              {tOf('licenceAct', step.act)}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
