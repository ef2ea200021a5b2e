import { Suspense, useEffect } from 'react'
import { NavLink, Outlet, useLocation } from 'react-router'
import { useMe } from '../session/me.ts'
import { Mark } from '../session/SignIn.tsx'
import { t } from '../words/index.ts'
import { FindCase } from './FindCase.tsx'
import { Icon } from './Icon.tsx'
import { InTheMaking } from './InTheMaking.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { namesItself, toolAt, toolsFor, type Tool } from './tools.ts'
import { WhoIAm } from './WhoIAm.tsx'

/** Rail, header, page. */
export function Shell() {
  const { staff } = useMe()
  const { pathname } = useLocation()
  const mine = toolsFor(staff.permissions)
  const current = toolAt(pathname)
  const title = pathname === '/account' ? t('page.account') : t(current?.title ?? 'shell.name')
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`
  }, [title])
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('shell.skip')}
      </a>
      <nav className="rail" aria-label={t('shell.tools')}>
        <NavLink to="/" className="rail-mark" aria-label={t('shell.name')}>
          <Mark size={30} />
        </NavLink>
        <ul>
          {mine.map((tool) => (
            <li key={tool.key}>
              <RailLink tool={tool} current={tool.key === current?.key} />
            </li>
          ))}
        </ul>
      </nav>
      <header className="header">
        {namesItself(pathname) ? <p className="header-title">{title}</p> : <h1 className="header-title">{title}</h1>}
        {staff.permissions.includes('cases.look') && <FindCase />}
        <WhoIAm />
      </header>
      <main className="page" id="page" tabIndex={-1}>
        <InTheMaking />
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}

function RailLink({ tool, current }: { tool: Tool; current: boolean }) {
  return (
    <NavLink to={tool.path} className={current ? 'rail-link current' : 'rail-link'} aria-current={current ? 'page' : undefined} end>
      <Icon name={tool.icon} size={22} />
      <span>{t(tool.name)}</span>
    </NavLink>
  )
}
