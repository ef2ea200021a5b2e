import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { useSession } from '../session/me.ts'
import { SignIn } from '../session/SignIn.tsx'
import { SignInForm } from '../session/SignInForm.tsx'
import { t } from '../words/index.ts'
import { ReadFailed } from './Failures.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { Shell } from './Shell.tsx'

const FirstPassword = lazy(() => import('../session/FirstPassword.tsx').then((file) => ({ default: file.FirstPassword })))

/** Lets staff in; nobody else gets further than the door. */
export function Door() {
  const session = useSession()
  const { key } = useLocation()
  if (session.isPending) return <PageSkeleton />
  if (session.error && session.data === undefined) return <ReadFailed error={session.error} again={() => void session.refetch()} />
  if (session.data === null || session.data === undefined) return <SignIn />
  if (!session.data.staff) return <SignIn notice={t('signIn.onlyStaff')} />
  if (session.data.staff.mustChangePassword) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <FirstPassword />
      </Suspense>
    )
  }
  return (
    <>
      <Shell />
      <SessionEnded key={key} />
    </>
  )
}

/** When the session ends over an open page, the page stays: signing in again goes on top of it. */
function SessionEnded() {
  const { data: ended } = useQuery({ queryKey: ['session', 'ended'], queryFn: () => false, staleTime: Infinity })
  return (
    <Modal open={ended === true} title={t('signIn.again')} footer={null} closable={false} maskClosable={false} destroyOnHidden>
      <p className="quiet">{t('signIn.againText')}</p>
      <SignInForm />
    </Modal>
  )
}
