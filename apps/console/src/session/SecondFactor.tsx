import { Form, Input, QRCode, Typography } from 'antd'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { compact } from '../forms/tidy-number.ts'
import { t } from '../words/index.ts'
import { useMe } from './me.ts'

/** Binding an authenticator; its secret is shown once. Whoever has one proves it first. */
export function SecondFactor() {
  const { secondFactorSet } = useMe().staff
  const bind = useAct({
    send: (body: { code?: string }, idempotencyKey) => api.post('/staff-me/second-factor', { body, idempotencyKey }),
    changes: [['session', 'me']],
  })
  if (bind.data) return <Bound {...bind.data} />
  return (
    <>
      <p className="quiet form-lead">{t(secondFactorSet ? 'account.rebindText' : 'account.secondFactorText')}</p>
      <div className="narrow-form">
        <ActForm<{ code?: string }>
          submitLabel={t(secondFactorSet ? 'account.rebind' : 'account.bind')}
          error={bind.error}
          busy={bind.isPending}
          onSubmit={({ code }) => bind.mutate(secondFactorSet && code !== undefined ? { code: compact(code) } : {})}
        >
          {secondFactorSet && (
            <Form.Item
              name="code"
              label={t('account.oldCode')}
              rules={[{ required: true, pattern: /^\s*\d{3}\s?\d{3}\s*$/, message: t('account.oldCodeWrong') }]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
            </Form.Item>
          )}
        </ActForm>
      </div>
      {secondFactorSet && <p className="quiet small">{t('account.lost')}</p>}
    </>
  )
}

function Bound({ secret, address }: { secret: string; address: string }) {
  return (
    <div className="notice">
      <strong>{t('account.bound')}</strong>
      <p>{t('account.boundText')}</p>
      <QRCode aria-label={t('account.qr')} value={address} size={168} bordered={false} bgColor="#fff" color="#1B1F24" />
      <p className="eyebrow">{t('account.secret')}</p>
      <Typography.Text copyable={{ text: secret }} code className="secret">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </Typography.Text>
      <p className="eyebrow">{t('account.address')}</p>
      <Typography.Text copyable className="secret">
        {address}
      </Typography.Text>
    </div>
  )
}
