import type { DecideSealInput, Seal } from '@yiwang/seals/contract'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { BodyName } from '../shell/BodyName.tsx'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'
import { stepsFor, type SealStep } from './seal-acts.ts'

/** One seal and the steps of its life; a step with a reason asks for it first. */
export function OneSeal({ seal, onChanged }: { seal: Seal; onChanged: (seal: Seal) => void }) {
  const [open, setOpen] = useState<SealStep>()
  const may = useMay()
  const step = useAct({
    send: ({ step: { asks, path }, screen }: { step: SealStep; screen: StepScreen }, idempotencyKey): Promise<Seal> => {
      const options = { path: { id: seal.id }, idempotencyKey }
      if (asks === 'nothing') return api.post(`/seals/{id}/${path}`, options)
      if (asks === 'reason') return api.post(`/seals/{id}/${path}`, { ...options, body: toReason(screen) })
      return api.post(`/seals/{id}/${path}`, { ...options, body: toAnswer(screen) })
    },
    changes: [['/seals']],
    onDone: onChanged,
  })
  const take = (one: SealStep) => (one.asks === 'nothing' ? step.mutate({ step: one, screen: {} }) : setOpen(one))
  const steps = stepsFor(seal, may)
  return (
    <>
      {step.error && !open && <ProblemAlert error={step.error} />}
      <Facts
        of={[
          [t('accounts.state'), tOf('sealState', seal.state)],
          [t('seals.kind'), tOf('sealKind', seal.kind)],
          [t('account.body'), <BodyName key="body" code={seal.bodyCode} />],
          [t('seals.use'), seal.reason],
          [t('seals.appliedAt'), sayMoment(seal.appliedAt)],
          [t('seals.serial'), seal.serial],
          [t('seals.validTo'), seal.validTo ? sayMoment(seal.validTo) : undefined],
          [t(seal.state === 'refused' ? 'seals.refused' : seal.state === 'approved' ? 'field.opinion' : 'seals.ended'), seal.endedReason],
        ]}
      />
      {open ? (
        <StepForm
          step={open}
          error={step.error}
          busy={step.isPending}
          onCancel={() => setOpen(undefined)}
          onSend={(screen) => step.mutate({ step: open, screen })}
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
                loading={step.isPending && step.variables.step.path === one.path}
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
  onSend: (screen: StepScreen) => void
}

function StepForm({ step, error, busy, onCancel, onSend }: StepShape) {
  const [form] = Form.useForm<StepScreen>()
  const refusing = Form.useWatch('approved', form) === false
  return (
    <div className="seal-steps">
      <ActForm<StepScreen>
        form={form}
        submitLabel={tOf('sealAct', step.act)}
        danger={step.danger ?? refusing}
        error={error}
        busy={busy}
        onCancel={onCancel}
        onSubmit={onSend}
      >
        {step.asks === 'answer' ? (
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
            <Form.Item
              name="note"
              label={t(refusing ? 'seals.refusalReason' : 'field.opinion')}
              rules={refusing ? [{ required: true, whitespace: true, message: t('field.reasonNeeded') }] : []}
            >
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

/** Yes or no; a no is never without its reason. */
export function toAnswer({ approved, note }: StepScreen): DecideSealInput {
  return { approved: approved === true, ...(note?.trim() ? { note: note.trim() } : {}) }
}

const toReason = ({ reason }: StepScreen) => ({ reason: (reason ?? '').trim() })
