import { useQuery } from '@tanstack/react-query'
import type { StaffLoginState } from '@yiwang/identity/contract'
import { Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { Facts } from '../shell/Facts.tsx'
import { Read } from '../shell/Read.tsx'
import { t } from '../words/index.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { ResetSecondFactor } from './ResetSecondFactor.tsx'

/** How a login stands; opening, resetting, closing it, and taking off a lost authenticator. The first password is shown once. */
export function StaffLogin({ staffId: id }: { staffId: string }) {
  const login = useQuery({ queryKey: ['login', id], queryFn: () => api.get('/staff/{id}/login', { path: { id } }) })
  return <Read query={login}>{(state) => <Login id={id} state={state} />}</Read>
}

function Login({ id, state }: { id: string; state: StaffLoginState }) {
  const [resetting, setResetting] = useState(false)
  const changes = [['login', id]]
  const open = useAct({
    send: (body: { loginName: string }, idempotencyKey) => api.post('/staff/{id}/login', { path: { id }, body, idempotencyKey }),
    changes,
  })
  const shut = useAct({
    send: (_: null, idempotencyKey) => api.delete('/staff/{id}/login', { path: { id }, idempotencyKey }),
    changes,
    onDone: () => open.reset(),
  })
  if (open.data) return <FirstPassword first={open.data} onDone={() => open.reset()} />
  return (
    <>
      <Facts
        of={[
          [t('signIn.loginName'), state.loginName ?? t('accounts.noLogin')],
          [t('accounts.state'), state.loginName && <LoginState state={state} />],
          [t('shell.secondFactor'), state.loginName && t(state.secondFactorSet ? 'accounts.factorSet' : 'accounts.factorNotSet')],
        ]}
      />
      {shut.error && <ProblemAlert error={shut.error} />}
      <p className="quiet form-lead">{t('accounts.loginText')}</p>
      <div className="narrow-form">
        <ActForm<{ loginName: string }>
          submitLabel={t('accounts.openLogin')}
          error={open.error}
          busy={open.isPending}
          initialValues={state.loginName === undefined ? {} : { loginName: state.loginName }}
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
      {(state.enabled || state.secondFactorSet) && (
        <div className="card-foot">
          {state.secondFactorSet && <Button onClick={() => setResetting(true)}>{t('accounts.resetFactor')}</Button>}
          {state.enabled && (
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
          )}
        </div>
      )}
      <ResetSecondFactor staffId={id} open={resetting} onClose={() => setResetting(false)} />
    </>
  )
}

function LoginState({ state: { enabled, mustChangePassword } }: { state: StaffLoginState }) {
  if (!enabled) return <span className="tag red">{t('accounts.disabled')}</span>
  return <span className="tag green">{t(mustChangePassword ? 'accounts.firstStill' : 'accounts.enabled')}</span>
}
