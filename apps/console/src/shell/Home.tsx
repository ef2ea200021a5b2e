import { lazy } from 'react'
import { Navigate } from 'react-router'
import { useMe } from '../session/me.ts'
import { t } from '../words/index.ts'
import { Empty } from './Empty.tsx'
import { toolsFor } from './tools.ts'

const WorkList = lazy(() => import('../cases/WorkList.tsx').then((file) => ({ default: file.WorkList })))

/** Where the day begins: the work list, or the first tool somebody has. */
export function Home() {
  const { staff } = useMe()
  const [first] = toolsFor(staff.permissions)
  if (!first) return <Empty icon="lock" title={t('page.noTools')} text={t('page.noToolsText')} />
  return first.path === '/' ? <WorkList /> : <Navigate to={first.path} replace />
}
