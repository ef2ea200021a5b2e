import { Link } from 'react-router'
import { useMay } from '../session/me.ts'
import { t, tOf } from '../words/index.ts'
import { workLists } from './work-lists.ts'

/** The lists of the day, as far as they are one's own; what waits for oneself stands beside what is under way. */
export function WorkTabs({ current }: { current: string }) {
  const may = useMay()
  const shown = workLists.filter(({ anyOf }) => !anyOf || anyOf.some(may))
  return (
    <nav className="tabs" aria-label={t('page.work')}>
      {shown.map(({ key }) => (
        <Link key={key} to={addressOf(key)} aria-current={key === current ? 'page' : undefined}>
          {tOf('work', key)}
        </Link>
      ))}
    </nav>
  )
}

const addressOf = (key: string) => (key === 'open' ? '/' : key === 'tasks' ? '/tasks' : `/?list=${key}`)
