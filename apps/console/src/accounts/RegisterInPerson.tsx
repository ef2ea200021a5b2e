import { agreementInForce, type OpenedInPerson, type RegisterInPersonInput } from '@yiwang/identity/contract'
import { Button, Checkbox, Form, Input, Radio, type FormInstance } from 'antd'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { compact, tidyNumber } from '../forms/tidy-number.ts'
import { t, tOf } from '../words/index.ts'
import { PhoneCode } from './PhoneCode.tsx'

type Screen = Omit<RegisterInPersonInput, 'agreement'> & { signed: boolean }

/** 窗口实名注册: the document in the clerk's hand, the phone in the applicant's, the agreement signed on paper. */
export function RegisterInPerson({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Screen>()
  const register = useAct({
    send: (body: RegisterInPersonInput, idempotencyKey) => api.post('/accounts/in-person', { body, idempotencyKey }),
  })
  if (register.data) return <Opened opened={register.data} onDone={onClose} />
  return (
    <ActForm<Screen>
      form={form}
      submitLabel={t('users.registerDo')}
      error={register.error}
      busy={register.isPending}
      initialValues={{ kind: 'person' }}
      onCancel={onClose}
      onSubmit={(screen) => register.mutate(toRegistration(screen))}
    >
      <Form.Item name="kind" label={t('users.kind')} required>
        <Radio.Group options={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: tOf('users.kind', kind) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('users.name')} rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={t('users.number')} rules={[{ required: true, message: t('counter.needed') }]}>
        <Input maxLength={24} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <PhoneCode form={form as FormInstance} purpose="register" required />
      <Form.Item
        name="signed"
        valuePropName="checked"
        rules={[{ validator: (_, ticked) => (ticked === true ? Promise.resolve() : Promise.reject(new Error(t('users.needSigned')))) }]}
      >
        <Checkbox>{t('users.signed')}</Checkbox>
      </Form.Item>
    </ActForm>
  )
}

/** The account is open; its first password is on the telephone that was just confirmed, and nowhere else. */
function Opened({ opened: { loginName, toldAt }, onDone }: { opened: OpenedInPerson; onDone: () => void }) {
  return (
    <div className="notice" role="status">
      <strong>{t('users.opened', { loginName })}</strong>
      <p>{t('users.openedText', { phone: toldAt })}</p>
      <Button onClick={onDone}>{t('accounts.noted')}</Button>
    </div>
  )
}

/** The agreement of the kind that registers, and no tick. */
export function toRegistration({ signed: _, kind, name, number, phone, code }: Screen): RegisterInPersonInput {
  return {
    ...{ kind, name: name.trim(), agreement: agreementInForce[kind] },
    ...{ number: tidyNumber(number), phone: compact(phone), code: compact(code) },
  }
}
