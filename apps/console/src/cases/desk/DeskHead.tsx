import type { ServiceCase } from '@yiwang/cases/contract'
import { Button, Tooltip } from 'antd'
import { Link, useLocation, useNavigate } from 'react-router'
import { sayMoment } from '../../dates.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { sayCaseNumber } from '../case-number.ts'
import { StateTag } from '../StateTag.tsx'
import { Urgency } from '../Urgency.tsx'
import { useRestDays } from '../workdays.ts'
import { neighbours } from './queue.ts'

interface Came {
  queue?: readonly string[]
  from?: string
}

/** Which case this is, whose, where it stands; and the way through the pile. */
export function DeskHead({ serviceCase }: { serviceCase: ServiceCase }) {
  const { caseNumber, itemName, applicantName, state, decision, channel, submittedAt, bodyName, handling } = serviceCase
  const rest = useRestDays()
  const came = (useLocation().state ?? {}) as Came
  return (
    <header className="desk-head">
      <Link className="desk-back" to={`/${came.from ?? ''}`} aria-label={t('desk.back')}>
        <Icon name="arrowLeft" />
      </Link>
      <div className="desk-name">
        <h1>
          {itemName} <StateTag state={state} decision={decision} />
        </h1>
        <p className="quiet">
          <strong>{applicantName}</strong>
          <span className="figures">{sayCaseNumber(caseNumber)}</span>
          <span>{t('desk.came', { when: sayMoment(submittedAt), channel: tOf('channel', channel) })}</span>
          <span>{bodyName}</span>
          {handling === 'instant' && <span className="tag blue">{t('work.instant')}</span>}
        </p>
      </div>
      <div className="desk-urgency">
        <Urgency line={serviceCase} rest={rest} />
      </div>
      <Pile caseNumber={caseNumber} came={came} />
    </header>
  )
}

function Pile({ caseNumber, came }: { caseNumber: string; came: Came }) {
  const navigate = useNavigate()
  const place = neighbours(came.queue ?? [], caseNumber)
  if (!place) return null
  const go = (number: string | undefined) => number && void navigate(`/cases/${number}`, { state: came })
  return (
    <div className="desk-pile">
      <Tooltip title={t('desk.previous')}>
        <Button
          aria-label={t('desk.previous')}
          icon={<Icon name="arrowLeft" size={18} />}
          disabled={!place.previous}
          onClick={() => go(place.previous)}
        />
      </Tooltip>
      <span className="figures">
        {place.at} / {place.of}
      </span>
      <Tooltip title={t('desk.next')}>
        <Button
          aria-label={t('desk.next')}
          icon={<Icon name="arrowRight" size={18} />}
          disabled={!place.next}
          onClick={() => go(place.next)}
        />
      </Tooltip>
    </div>
  )
}
