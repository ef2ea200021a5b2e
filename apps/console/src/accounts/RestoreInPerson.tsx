import type { RestoreInPersonInput } from '@yiwang/identity/contract'
import { Form, Input, type FormInstance } from 'antd'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { compact, tidyNumber } from '../forms/tidy-number.ts'
import { t } from '../words/index.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { PhoneCode } from './PhoneCode.tsx'

/** 窗口找回密码: the identity card in the clerk's hand; another phone only where the bound one is gone. */
export function RestoreInPerson({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<RestoreInPersonInput>()
  const restore = useAct({
    send: (body: RestoreInPersonInput, idempotencyKey) => api.post('/accounts/in-person-restoring', { body, idempotencyKey }),
  })
  if (restore.data) return <FirstPassword first={restore.data} onDone={onClose} />
  return (
    <ActForm<RestoreInPersonInput>
      form={form}
      submitLabel={t('users.restoreDo')}
      error={restore.error}
      busy={restore.isPending}
      onCancel={onClose}
      onSubmit={(screen) => restore.mutate(toRestoring(screen))}
    >
      <p className="quiet form-lead">{t('users.restoreText')}</p>
      <Form.Item name="name" label={t('users.name')} rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={t('users.idNumber')} rules={[{ required: true, message: t('counter.needed') }]}>
        <Input maxLength={24} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <PhoneCode form={form as FormInstance} purpose="changePhone" required={false} />
    </ActForm>
  )
}

/** Without a new phone neither it nor a code is sent. */
export function toRestoring({ name, number, phone, code }: RestoreInPersonInput): RestoreInPersonInput {
  return {
    ...{ name: name.trim(), number: tidyNumber(number) },
    ...(compact(phone) === '' ? {} : { phone: compact(phone), code: compact(code) }),
  }
}
