import { App, Form, Input } from 'antd'
import type { ChangePasswordInput } from '@yiwang/identity/contract'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { t } from '../words/index.ts'

interface Entered extends ChangePasswordInput {
  repeat: string
}

export function ChangePassword({ onCancel }: { onCancel?: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Entered>()
  const change = useAct({
    send: ({ current, password }: ChangePasswordInput, idempotencyKey) =>
      api.post('/staff-me/password', { body: { current, password }, idempotencyKey }),
    changes: [['session']],
    onDone: () => {
      form.resetFields()
      void message.success(t('account.changed'))
    },
  })
  return (
    <ActForm<Entered>
      form={form}
      submitLabel={t('shell.password')}
      error={change.error}
      busy={change.isPending}
      {...(onCancel ? { onCancel } : {})}
      onSubmit={({ current, password }) => change.mutate({ current, password })}
    >
      <Form.Item name="current" label={t('account.current')} rules={[{ required: true, message: needed('account.current') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('account.next')}
        extra={t('account.nextHelp')}
        rules={[{ required: true, min: 10, message: t('account.tooShort') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('account.repeat')}
        dependencies={['password']}
        rules={[{ required: true, message: needed('account.repeat') }, same]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </ActForm>
  )
}

const needed = (name: 'account.current' | 'account.repeat') => t('signIn.required', { name: t(name) })

const same = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: async (_rule: unknown, value: unknown) => {
    if (value && value !== getFieldValue('password')) throw new Error(t('account.repeatWrong'))
  },
})
