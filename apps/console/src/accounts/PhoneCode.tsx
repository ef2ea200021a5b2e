import type { CodePurpose } from '@yiwang/identity/contract'
import { Button, Form, Input, type FormInstance } from 'antd'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { compact } from '../forms/tidy-number.ts'
import { t } from '../words/index.ts'

interface PhoneCodeShape {
  /** Of any screen that has a phone and a code. */
  form: FormInstance
  purpose: CodePurpose
  required: boolean
}

const mobile = /^1[3-9]\d{9}$/

/** A phone and the code sent to it, read out by who stands at the counter. */
export function PhoneCode({ form, purpose, required }: PhoneCodeShape) {
  const phone = compact(Form.useWatch<string | undefined>('phone', form))
  const send = useAct({
    send: (to: string, idempotencyKey) => api.post('/one-time-codes', { body: { phone: to, purpose }, idempotencyKey }),
  })
  const asked = required || phone !== ''
  return (
    <>
      <Form.Item
        name="phone"
        label={t(required ? 'users.phone' : 'users.newPhone')}
        required={required}
        rules={[
          {
            validator: (_, value: string | undefined) =>
              (compact(value) === '' && !required) || mobile.test(compact(value))
                ? Promise.resolve()
                : Promise.reject(new Error(t('users.phoneWrong'))),
          },
        ]}
      >
        <Input maxLength={16} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {send.error && <ProblemAlert error={send.error} />}
      {asked && (
        <Form.Item label={t('users.code')} required extra={send.isSuccess ? t('users.codeSent') : t('users.codeHelp')} htmlFor="code">
          <div className="code-row">
            <Form.Item name="code" noStyle rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: t('users.codeWrong') }]}>
              <Input id="code" maxLength={8} inputMode="numeric" autoComplete="off" />
            </Form.Item>
            <Button disabled={!mobile.test(phone)} loading={send.isPending} onClick={() => send.mutate(phone)}>
              {t('users.sendCode')}
            </Button>
          </div>
        </Form.Item>
      )}
    </>
  )
}
