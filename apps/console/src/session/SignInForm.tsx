import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'
import { Button, Form, Input } from 'antd'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { compact } from '../forms/tidy-number.ts'
import { t } from '../words/index.ts'
import { useSignedIn } from './me.ts'

interface Entered {
  loginName: string
  password: string
  secondFactor?: string
}

/** Name and password; the one-time code is asked for when the account has one. */
export function SignInForm() {
  const signedIn = useSignedIn()
  const signIn = useMutation({
    mutationFn: (entered: Entered) => api.post('/staff-sessions', { body: toSignIn(entered) }),
    onSuccess: signedIn,
  })
  const asked = codeOf(signIn.error) === 'identity.secondFactorNeeded' || signIn.variables?.secondFactor !== undefined
  return (
    <Form<Entered> layout="vertical" requiredMark={false} onFinish={(entered) => signIn.mutate(entered)} className="sign-in-form">
      {signIn.error && !(asked && codeOf(signIn.error) === 'identity.secondFactorNeeded') && <ProblemAlert error={signIn.error} />}
      <Form.Item name="loginName" label={t('signIn.loginName')} rules={[needed(t('signIn.loginName'))]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[needed(t('signIn.password'))]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      {asked && (
        <Form.Item
          name="secondFactor"
          label={t('signIn.secondFactor')}
          extra={t('signIn.secondFactorHelp')}
          rules={[needed(t('signIn.secondFactor'))]}
        >
          <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}

/** What is sent: the name without stray blanks, the code only when there is one. */
export function toSignIn({ loginName, password, secondFactor }: Entered): Entered {
  return { loginName: loginName.trim(), password, ...(secondFactor ? { secondFactor: compact(secondFactor) } : {}) }
}

const needed = (name: string) => ({ required: true, message: t('signIn.required', { name }) })
const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem.type : undefined)
