import { t } from '../words/index.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { useSignOut } from './me.ts'

/** Nobody works with a password somebody else has read out. */
export function FirstPassword() {
  const signOut = useSignOut()
  return (
    <main className="alone">
      <div className="sign-in-card">
        <h1>{t('shell.password')}</h1>
        <p className="notice">{t('account.mustChange')}</p>
        <ChangePassword onCancel={() => void signOut()} />
      </div>
    </main>
  )
}
