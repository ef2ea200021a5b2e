import type { ServiceCase } from '@yiwang/cases/contract'
import { Checkbox } from 'antd'
import { t, tOf } from '../../words/index.ts'
import { useManual } from '../case-query.ts'
import { pointsOf, sayPoint, type PointGroup } from './points-of.ts'

export interface Ticking {
  ticked: readonly string[]
  onTick: (point: string) => void
}

/** 审查要点: what to check in each material, from the review manual; what is ticked is kept with the step it was ticked for. */
export function Points({ serviceCase, ticked, onTick }: { serviceCase: ServiceCase } & Ticking) {
  const { data: manual } = useManual(serviceCase.implementationCode)
  const groups = pointsOf(serviceCase, manual)
  if (groups.length === 0) return null
  return (
    <section className="task-block points">
      <h2>{t('points.title')}</h2>
      <p className="quiet small">{t('points.kept')}</p>
      {manual?.behind && <p className="notice amber">{t('points.behind')}</p>}
      {groups.map((group) => (
        <Group key={group.key} group={group} ticked={ticked} onTick={onTick} />
      ))}
      {manual && (
        <p className="quiet small">
          {t('points.source', { version: manual.version })} {t(`points.by.${manual.decision.by}`)}
        </p>
      )}
    </section>
  )
}

function Group({ group, ticked, onTick }: { group: PointGroup } & Ticking) {
  const isTicked = (point: string) => ticked.includes(sayPoint(group, point))
  return (
    <div className="point-group">
      <h3>
        {group.kind === 'method' ? tOf('method', group.name) : group.name}
        <small className="quiet figures">
          {group.points.filter(isTicked).length} / {group.points.length}
        </small>
      </h3>
      <ul>
        {group.points.map((point) => (
          <li key={point}>
            <Checkbox checked={isTicked(point)} onChange={() => onTick(sayPoint(group, point))}>
              {point}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
