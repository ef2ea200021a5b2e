import { Button, Form, Input, Popconfirm, Typography } from 'antd'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { t } from '../words/index.ts'

interface First {
  loginName: string
  firstPassword: string
}

/** Opening, resetting, closing a login; the first password is shown once and never again. */
export function StaffLogin({ staffId: id }: { staffId: string }) {
  const open = useAct({
    send: (body: { loginName: string }, idempotencyKey) => api.post('/staff/{id}/login', { path: { id }, body, idempotencyKey }),
  })
  const shut = useAct({
    send: (_: null, idempotencyKey) => api.delete('/staff/{id}/login', { path: { id }, idempotencyKey }),
    onDone: () => open.reset(),
  })
  if (open.data) return <FirstPassword first={open.data} onDone={() => open.reset()} />
  return (
    <>
      {shut.error && <ProblemAlert error={shut.error} />}
      {shut.isSuccess && <p className="notice">{t('accounts.loginShut')}</p>}
      <p className="quiet form-lead">{t('accounts.loginText')}</p>
      <div className="narrow-form">
        <ActForm<{ loginName: string }>
          submitLabel={t('accounts.openLogin')}
          error={open.error}
          busy={open.isPending}
          onSubmit={({ loginName }) => open.mutate({ loginName: loginName.trim().toLowerCase() })}
        >
          <Form.Item
            name="loginName"
            label={t('signIn.loginName')}
            rules={[{ required: true, pattern: /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,39}$/, message: t('accounts.loginNameWrong') }]}
          >
            <Input maxLength={40} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </ActForm>
      </div>
      <div className="card-foot">
        <Popconfirm
          title={t('accounts.shutSure')}
          okText={t('accounts.shutLogin')}
          okButtonProps={{ danger: true }}
          onConfirm={() => shut.mutate(null)}
        >
          <Button danger loading={shut.isPending}>
            {t('accounts.shutLogin')}
          </Button>
        </Popconfirm>
      </div>
    </>
  )
}

function FirstPassword({ first, onDone }: { first: First; onDone: () => void }) {
  return (
    <div className="notice">
      <strong>{t('accounts.firstPassword')}</strong>
      <p>{t('accounts.firstPasswordText')}</p>
      <p>
        {t('signIn.loginName')}：<Typography.Text code>{first.loginName}</Typography.Text>
      </p>
      <p>
        {t('signIn.password')}：
        <Typography.Text code copyable className="secret">
          {first.firstPassword}
        </Typography.Text>
      </p>
      <Button onClick={onDone}>{t('accounts.noted')}</Button>
    </div>
  )
}
