import { Button, Typography } from 'antd'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { t } from '../words/index.ts'

/** Binding an authenticator; its secret is shown once. */
export function SecondFactor() {
  const bind = useAct({
    send: (_: null, idempotencyKey) => api.post('/staff-me/second-factor', { idempotencyKey }),
  })
  if (bind.data) {
    return (
      <div className="notice">
        <strong>{t('account.bound')}</strong>
        <p>{t('account.boundText')}</p>
        <p className="eyebrow">{t('account.secret')}</p>
        <Typography.Text copyable={{ text: bind.data.secret }} code className="secret">
          {bind.data.secret.match(/.{1,4}/g)?.join(' ')}
        </Typography.Text>
        <p className="eyebrow">{t('account.address')}</p>
        <Typography.Text copyable className="secret">
          {bind.data.address}
        </Typography.Text>
      </div>
    )
  }
  return (
    <>
      {bind.error && <ProblemAlert error={bind.error} />}
      <p className="quiet">{t('account.secondFactorText')}</p>
      <Button onClick={() => bind.mutate(null)} loading={bind.isPending}>
        {t('account.bind')}
      </Button>
    </>
  )
}
