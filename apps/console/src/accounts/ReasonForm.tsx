import { Form, Input } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { t } from '../words/index.ts'

interface ReasonShape {
  act: { mutate: (body: { reason: string }) => void; error: Error | null; isPending: boolean }
  label: string
  /** What will happen, before it does. */
  lead: string
  danger?: boolean
  most?: number
  onCancel: () => void
}

/** An act that needs nothing but its reason. */
export function ReasonForm({ act, label, lead, danger = true, most = 200, onCancel }: ReasonShape) {
  return (
    <ActForm<{ reason: string }>
      submitLabel={label}
      danger={danger}
      error={act.error}
      busy={act.isPending}
      onCancel={onCancel}
      onSubmit={({ reason }) => act.mutate({ reason: reason.trim() })}
    >
      <p className="quiet form-lead">{lead}</p>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea maxLength={most} autoSize={{ minRows: 3 }} />
      </Form.Item>
    </ActForm>
  )
}
