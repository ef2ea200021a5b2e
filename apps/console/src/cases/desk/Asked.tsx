import type { ServiceCase } from '@yiwang/cases/contract'
import { sayDay, sayMoment } from '../../dates.ts'
import { t } from '../../words/index.ts'

/** What is waiting for an answer: requests of colleagues, the correction that is out, the procedure that is going on. */
export function Asked({ serviceCase }: { serviceCase: ServiceCase }) {
  const { requests, corrections, specialProcedures } = serviceCase
  const correction = corrections.find(({ answeredAt }) => answeredAt === undefined)
  const special = specialProcedures.find(({ endedOn }) => endedOn === undefined)
  return (
    <>
      {requests.map((request) => (
        <div key={request.id} className="notice amber">
          <strong>{request.kind === 'extension' ? t('asked.extension', { days: request.workdays ?? 0 }) : t('asked.abort')}</strong>
          <p>{request.reason}</p>
          <p className="quiet small">{t('asked.by', { name: request.askedByName, when: sayMoment(request.askedAt) })}</p>
        </div>
      ))}
      {correction && serviceCase.state === 'correcting' && (
        <div className="notice amber">
          <strong>{t('asked.correction', { day: sayDay(correction.dueOn) })}</strong>
          <ul className="plain-list">
            {correction.items.map(({ code, name, what }) => (
              <li key={code}>
                {name}：{what}
              </li>
            ))}
          </ul>
        </div>
      )}
      {special && (
        <div className="notice">
          <strong>{t('asked.special', { name: special.name, day: sayDay(special.startedOn) })}</strong>
          <p>{special.reason}</p>
        </div>
      )}
    </>
  )
}
