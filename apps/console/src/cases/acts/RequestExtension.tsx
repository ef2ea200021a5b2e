import type { RequestExtensionInput } from '@yiwang/cases/contract'
import { Form, Input, InputNumber } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { sayLimit } from '../../dates.ts'
import { t, tOf } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

/** Asking for a longer limit (延期, kind A); it moves only when the head of the body has agreed. */
export function RequestExtension({ serviceCase, onDone, onCancel }: ActShape) {
  const ask = useCaseAct(serviceCase.caseNumber, 'extension-requests', onDone)
  const { extension } = serviceCase.allowed
  return (
    <ActForm<RequestExtensionInput>
      submitLabel={t('act.requestExtension')}
      error={ask.error}
      busy={ask.isPending}
      disabledReason={reasonNot('requestExtension', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ workdays, reason }) => ask.mutate({ workdays, reason: reason.trim() })}
    >
      <Form.Item
        name="workdays"
        label={t('extension.days')}
        {...(extension ? { extra: t('extension.most', { limit: sayLimit({ value: extension.most, unit: extension.unit }) }) } : {})}
        rules={[{ required: true, message: t('extension.daysNeeded') }]}
      >
        <InputNumber min={1} max={extension?.most ?? 1} precision={0} suffix={tOf('unit', extension?.unit ?? 'workday')} />
      </Form.Item>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}
