import type { CaseAct } from '@yiwang/cases/lifecycle'
import { Form, Input } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, pointsChecked, useCaseAct } from './send-act.ts'

interface TextShape<Path> extends ActShape {
  act: CaseAct
  path: Path
  danger?: boolean
}

/** Acts that are told why. */
function ReasonAct({ act, path, danger, serviceCase, onDone, onCancel }: TextShape<'suspension' | 'abort-requests'>) {
  const send = useCaseAct(serviceCase.caseNumber, path, onDone)
  return (
    <ActForm<{ reason: string }>
      submitLabel={tOf('act', act)}
      error={send.error}
      busy={send.isPending}
      disabledReason={reasonNot(act, serviceCase)}
      danger={danger ?? false}
      onCancel={onCancel}
      onSubmit={({ reason }) => send.mutate({ reason: reason.trim() })}
    >
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}

/** Acts of which nothing is said besides that they are done. */
function PlainAct({ act, path, serviceCase, onDone, onCancel }: TextShape<'resumption' | 'completion' | 'production'>) {
  const send = useCaseAct(serviceCase.caseNumber, path, onDone)
  return (
    <ActForm
      submitLabel={tOf('act', act)}
      error={send.error}
      busy={send.isPending}
      disabledReason={reasonNot(act, serviceCase)}
      onCancel={onCancel}
      onSubmit={() => send.mutate(undefined)}
    />
  )
}

/** 预审通过: what was uploaded looks right, the applicant may come with the originals. */
export function PreAccept({ serviceCase, onDone, onCancel }: ActShape) {
  const send = useCaseAct(serviceCase.caseNumber, 'pre-acceptance', onDone)
  return (
    <ActForm<{ opinion?: string }>
      submitLabel={t('act.preAccept')}
      error={send.error}
      busy={send.isPending}
      disabledReason={reasonNot('preAccept', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ opinion }) => send.mutate(optional('opinion', opinion))}
    >
      <Form.Item name="opinion" label={t('field.opinion')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}

/** Examination by one person (审查记录), where the item has no flow of its own: nothing is decided that nobody examined. */
export function NoteExamination({ serviceCase, points, onDone, onCancel }: ActShape) {
  const send = useCaseAct(serviceCase.caseNumber, 'examination', onDone)
  return (
    <ActForm<{ opinion: string }>
      submitLabel={t('act.noteExamination')}
      error={send.error}
      busy={send.isPending}
      disabledReason={reasonNot('noteExamination', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ opinion }) => send.mutate({ opinion: opinion.trim(), ...pointsChecked(points) })}
    >
      <Form.Item
        name="opinion"
        label={t('field.opinion')}
        rules={[{ required: true, whitespace: true, message: t('field.opinionNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}

export const Suspend = (shape: ActShape) => <ReasonAct {...shape} act="suspend" path="suspension" />
export const RequestAbort = (shape: ActShape) => <ReasonAct {...shape} act="requestAbort" path="abort-requests" danger />
export const Resume = (shape: ActShape) => <PlainAct {...shape} act="resume" path="resumption" />
export const Complete = (shape: ActShape) => <PlainAct {...shape} act="complete" path="completion" />
export const Produce = (shape: ActShape) => <PlainAct {...shape} act="produce" path="production" />
