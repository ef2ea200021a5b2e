import { ProblemError } from '@yiwang/api-client'
import { Button, Form, type FormInstance } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'
import { fieldPath } from './pointer.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

interface ActFormShape<Values extends object> {
  submitLabel: string
  onSubmit: (values: Values) => void
  error?: unknown
  busy?: boolean
  initialValues?: Partial<Values>
  /** Why this cannot be done now; shown instead of an answer nobody can give. */
  disabledReason?: string | undefined
  danger?: boolean
  onCancel?: () => void
  /** Where a pointer of the request lies on the screen, when the screen is shaped otherwise. */
  fieldOf?: (pointer: string) => (string | number)[]
  form?: FormInstance<Values>
  /** Where most fields may stay empty, saying so of each is noise. */
  plainLabels?: boolean
  children?: ReactNode
}

/** A form that does one act: its problem on top and beside the fields, what was typed is kept, one button at the end. */
export function ActForm<Values extends object>(shape: ActFormShape<Values>) {
  const { error, busy, disabledReason, danger, onCancel, submitLabel, children, fieldOf = fieldPath } = shape
  const [own] = Form.useForm<Values>()
  const form = shape.form ?? own
  useEffect(() => markFields(form as FormInstance, error, fieldOf), [error, form, fieldOf])
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      {...(shape.plainLabels ? { requiredMark: false } : {})}
      scrollToFirstError={{ focus: true, block: 'center' }}
      {...(shape.initialValues ? { initialValues: shape.initialValues } : {})}
      onFinish={(values) => shape.onSubmit(values)}
      className="act-form"
    >
      {error !== undefined && error !== null && (
        <ProblemAlert error={error} onField={(pointer) => goTo(form as FormInstance, fieldOf(pointer))} />
      )}
      {children}
      {disabledReason && (
        <p className="reason" id="act-reason">
          <Icon name="info" size={18} /> {disabledReason}
        </p>
      )}
      <div className="act-buttons">
        <Button
          type="primary"
          htmlType="submit"
          danger={danger ?? false}
          loading={busy ?? false}
          disabled={disabledReason !== undefined}
          aria-describedby={disabledReason ? 'act-reason' : undefined}
        >
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('shell.cancel')}</Button>}
      </div>
    </Form>
  )
}

function markFields(form: FormInstance, error: unknown, fieldOf: (pointer: string) => (string | number)[]): void {
  if (!(error instanceof ProblemError)) return
  form.setFields(error.problem.errors.map(({ pointer, message }) => ({ name: fieldOf(pointer), errors: [message] })))
}

function goTo(form: FormInstance, name: (string | number)[]): void {
  form.scrollToField(name, { focus: true, block: 'center' })
}
