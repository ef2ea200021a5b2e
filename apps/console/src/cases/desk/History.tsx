import type { ServiceCase } from '@yiwang/cases/contract'
import { sayMoment } from '../../dates.ts'
import { t } from '../../words/index.ts'

/** What was done, by whom, with which opinion; the latest on top. */
export function History({ steps, specialProcedures }: Pick<ServiceCase, 'steps' | 'corrections' | 'specialProcedures'>) {
  if (steps.length === 0) return <p className="quiet">{t('desk.noHistory')}</p>
  return (
    <>
      <ol className="history">
        {[...steps].reverse().map((step, index) => (
          <li key={`${step.startedAt} ${index}`}>
            <p>
              <strong>{step.name}</strong>
              {step.outcome && <span className="tag">{step.outcome}</span>}
            </p>
            <small className="quiet">
              {step.actorName} · {sayMoment(step.endedAt ?? step.startedAt)}
            </small>
            {step.opinion && <blockquote>{step.opinion}</blockquote>}
            {step.points && <PointsChecked points={step.points} />}
          </li>
        ))}
      </ol>
      {specialProcedures.some(({ endedOn }) => endedOn === undefined) && <p className="quiet small">{t('desk.specialRunning')}</p>}
    </>
  )
}

/** 审查要点 somebody ticked off before saying so. */
function PointsChecked({ points }: { points: readonly string[] }) {
  return (
    <details className="small">
      <summary>{t('points.checked', { count: points.length })}</summary>
      <ul className="plain-list">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </details>
  )
}
