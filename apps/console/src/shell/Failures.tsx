import { Button } from 'antd'
import { Link, useRouteError } from 'react-router'
import { sayProblem } from '../acts/problem-text.ts'
import { t } from '../words/index.ts'
import { Empty } from './Empty.tsx'

/** No such page; or, in the server's own words, no such thing. */
export function NotFound({ title }: { title?: string }) {
  return (
    <Empty
      icon="search"
      title={title || t('page.notFound')}
      text={t(title ? 'page.notThereText' : 'page.notFoundText')}
      wholePage={title !== undefined}
    >
      <Link to="/">{t('page.home')}</Link>
    </Empty>
  )
}

export function NotAllowed({ permission }: { permission: string }) {
  return (
    <Empty icon="lock" title={t('page.notAllowed')} text={t('page.notAllowedText', { permission })}>
      <Link to="/">{t('page.home')}</Link>
    </Empty>
  )
}

/** What broke in the page itself; the rest of the house stands. */
export function PageFailed() {
  const error = useRouteError()
  return (
    <Empty icon="warning" title={t('page.failed')} text={t('page.failedText')}>
      <pre className="trace">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
      <Button onClick={() => location.reload()}>{t('shell.retry')}</Button>
    </Empty>
  )
}

/** A look-up that failed, in the place of what was looked for. */
export function ReadFailed({ error, again }: { error: unknown; again: () => void }) {
  const { title, errorId } = sayProblem(error)
  return (
    <Empty icon="warning" title={title} {...(errorId ? { text: errorId } : {})}>
      <Button onClick={again}>{t('shell.retry')}</Button>
    </Empty>
  )
}
