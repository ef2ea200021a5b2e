import type { DecideSealInput, Seal } from '@yiwang/seals/contract'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'
import { stepsFor, type SealStep } from './seal-acts.ts'

/** One seal and the steps of its life; a step with a reason asks for it first. */
export function OneSeal({ seal, onChanged }: { seal: Seal; onChanged: (seal: Seal) => void }) {
  const [open, setOpen] = useState<SealStep>()
  const may = useMay()
  const step = useAct({
    send: ({ path, body }: { path: string; body?: object }, idempotencyKey) =>
      api.post<Seal>(`/seals/{id}/${path}`, { path: { id: seal.id }, ...(body ? { body } : {}), idempotencyKey }),
    changes: [['/seals']],
    onDone: onChanged,
  })
  const take = (one: SealStep) => (one.reason || one.act === 'approve' ? setOpen(one) : step.mutate({ path: one.path }))
  const steps = stepsFor(seal, may)
  return (
    <>
      {step.error && !open && <ProblemAlert error={step.error} />}
      <Facts
        of={[
          [t('accounts.state'), tOf('sealState', seal.state)],
          [t('seals.kind'), tOf('sealKind', seal.kind)],
          [t('accounts.bodyCode'), seal.bodyCode],
          [t('seals.use'), seal.reason],
          [t('seals.appliedAt'), sayMoment(seal.appliedAt)],
          [t('seals.serial'), seal.serial],
          [t('seals.validTo'), seal.validTo ? sayMoment(seal.validTo) : undefined],
          [t('seals.ended'), seal.endedReason],
        ]}
      />
      {open ? (
        <StepForm
          step={open}
          error={step.error}
          busy={step.isPending}
          onCancel={() => setOpen(undefined)}
          onSend={(body) => step.mutate({ path: open.path, body })}
        />
      ) : (
        <ul className="lines seal-steps">
          {steps.map((one) => (
            <li key={one.act}>
              <span>
                {tOf('sealAct', one.act)}
                {one.notNow && <small id={`not-${one.act}`}>{one.notNow}</small>}
              </span>
              <Button
                danger={one.danger ?? false}
                disabled={one.notNow !== undefined}
                aria-describedby={one.notNow ? `not-${one.act}` : undefined}
                loading={step.isPending && step.variables.path === one.path}
                onClick={() => take(one)}
              >
                {tOf('sealAct', one.act)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface StepScreen {
  approved?: boolean
  note?: string
  reason?: string
}

interface StepShape {
  step: SealStep
  error: unknown
  busy: boolean
  onCancel: () => void
  onSend: (body: object) => void
}

function StepForm({ step, error, busy, onCancel, onSend }: StepShape) {
  const deciding = step.act === 'approve'
  return (
    <div className="seal-steps">
      <ActForm<StepScreen>
        submitLabel={tOf('sealAct', step.act)}
        danger={step.danger ?? false}
        error={error}
        busy={busy}
        onCancel={onCancel}
        onSubmit={(screen) => onSend(toStep(screen, deciding))}
      >
        {deciding ? (
          <>
            <Form.Item name="approved" label={t('grant.decision')} rules={[{ required: true, message: t('grant.needed') }]}>
              <Radio.Group
                optionType="button"
                options={[
                  { value: true, label: t('grant.yes') },
                  { value: false, label: t('grant.no') },
                ]}
              />
            </Form.Item>
            <Form.Item name="note" label={t('field.opinion')}>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
          </Form.Item>
        )}
      </ActForm>
    </div>
  )
}

export function toStep({ approved, note, reason }: StepScreen, deciding: boolean): DecideSealInput | { reason: string } {
  if (!deciding) return { reason: (reason ?? '').trim() }
  return { approved: approved === true, ...(note?.trim() ? { note: note.trim() } : {}) }
}
