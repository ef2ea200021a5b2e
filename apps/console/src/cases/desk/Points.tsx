import type { ServiceCase } from '@yiwang/cases/contract'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { t, tOf } from '../../words/index.ts'
import { useManual } from '../case-query.ts'
import { pointsOf, type PointGroup } from './points-of.ts'

/** 审查要点: what to check in each material, from the review manual; ticking them is for one's own head only. */
export function Points({ serviceCase }: { serviceCase: ServiceCase }) {
  const { data: manual } = useManual(serviceCase.implementationCode)
  const groups = pointsOf(serviceCase, manual)
  if (groups.length === 0) return null
  return (
    <section className="task-block points">
      <h2>{t('points.title')}</h2>
      {manual?.behind && <p className="notice amber">{t('points.behind')}</p>}
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
      {manual && (
        <p className="quiet small">
          {t('points.source', { version: manual.version })} {t(`points.by.${manual.decision.by}`)}
        </p>
      )}
    </section>
  )
}

function Group({ group }: { group: PointGroup }) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const toggle = (point: string) =>
    setTicked((before) => (before.includes(point) ? before.filter((one) => one !== point) : [...before, point]))
  return (
    <div className="point-group">
      <h3>
        {group.kind === 'method' ? tOf('method', group.name) : group.name}
        <small className="quiet figures">
          {ticked.length} / {group.points.length}
        </small>
      </h3>
      <ul>
        {group.points.map((point) => (
          <li key={point}>
            <Checkbox checked={ticked.includes(point)} onChange={() => toggle(point)}>
              {point}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
