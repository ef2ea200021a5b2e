import type { ServiceCase } from '@yiwang/cases/contract'
import { sayDay } from '../../dates.ts'
import { t } from '../../words/index.ts'

/** 容缺后补: what was let follow, and until when; the decision waits for it. */
export function Deferred({ serviceCase: { materials, state, committedDue } }: { serviceCase: ServiceCase }) {
  const promised = materials.filter(({ source }) => source === 'deferred')
  if (promised.length === 0 || (state !== 'accepted' && state !== 'suspended')) return null
  return (
    <div className="notice amber">
      <strong>{t('deferred.title', { count: promised.length })}</strong>
      <ul className="plain-list">
        {promised.map(({ code, name, standard }) => (
          <li key={code}>
            {name}
            {standard && <span className="quiet small"> {standard}</span>}
          </li>
        ))}
      </ul>
      <p className="quiet small">{committedDue ? t('deferred.until', { day: sayDay(committedDue) }) : t('deferred.untilDecision')}</p>
    </div>
  )
}
