import type { CaseAct } from '@yiwang/cases/lifecycle'
import { Form, Input } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, useCaseAct } from './send-act.ts'

interface TextShape extends ActShape {
  act: CaseAct
  path: string
  /** What the text is called in the request; without one nothing is said. */
  field?: 'reason' | 'opinion'
  required?: boolean
  danger?: boolean
}

/** Acts that take one text at most. */
function TextAct({ act, path, field, required, danger, serviceCase, onDone, onCancel }: TextShape) {
  const send = useCaseAct<Record<string, string>>(serviceCase.caseNumber, path, onDone)
  return (
    <ActForm<{ reason?: string; opinion?: string }>
      submitLabel={tOf('act', act)}
      error={send.error}
      busy={send.isPending}
      disabledReason={reasonNot(act, serviceCase)}
      danger={danger ?? false}
      onCancel={onCancel}
      onSubmit={(values) => send.mutate(field ? optional(field, values[field]) : {})}
    >
      {field && (
        <Form.Item
          name={field}
          label={t(`field.${field}`)}
          required={required ?? false}
          rules={required ? [{ required: true, whitespace: true, message: t(`field.${field}Needed`) }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
        </Form.Item>
      )}
    </ActForm>
  )
}

export const PreAccept = (shape: ActShape) => <TextAct {...shape} act="preAccept" path="pre-acceptance" field="opinion" />
export const NoteExamination = (shape: ActShape) => <TextAct {...shape} act="noteExamination" path="examination" field="opinion" required />
export const Suspend = (shape: ActShape) => <TextAct {...shape} act="suspend" path="suspension" field="reason" required />
export const Resume = (shape: ActShape) => <TextAct {...shape} act="resume" path="resumption" />
export const RequestAbort = (shape: ActShape) => (
  <TextAct {...shape} act="requestAbort" path="abort-requests" field="reason" required danger />
)
export const Complete = (shape: ActShape) => <TextAct {...shape} act="complete" path="completion" />
export const Produce = (shape: ActShape) => <TextAct {...shape} act="produce" path="production" />
